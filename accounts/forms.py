"""Where we ask more than allauth does."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.forms import RequestLoginCodeForm as AllauthCodeForm
from allauth.account.forms import SignupForm as AllauthSignupForm
from django import forms
from django.contrib.auth.hashers import make_password
from django.http import HttpRequest

ADULT_MISSING = "Accounts are for people of 18 and older. Tick the box if you are."


class SignupForm(AllauthSignupForm):
    is_adult = forms.BooleanField(label="I am 18 or older", error_messages={"required": ADULT_MISSING})

    def try_save(self, request: HttpRequest) -> tuple[Any, Any]:
        """Any: a user and an answer, either None. An address that has an account costs a hash too: the time that an
        answer takes would else tell of it."""
        if self.account_already_exists:
            make_password(self.cleaned_data["password1"])
        return super().try_save(request)


class RequestLoginCodeForm(AllauthCodeForm):
    def clean_email(self) -> str:
        """allauth checks it in all other forms that send mail."""
        self.cleaned_data["email"] = get_adapter().clean_email(self.cleaned_data["email"])
        return super().clean_email()
