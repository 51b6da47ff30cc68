"""What a browser sends of a passkey, read before anything else looks at it.

allauth hands it to parsers that raise whatever they like: of 4,400 digits, of a thousand brackets, of a list.
"""

import struct
from typing import Any

from allauth.mfa.webauthn import forms as allauth_forms
from django import forms
from django.core.exceptions import ValidationError

LONGEST = 20_000  # characters; a passkey's answer has some 1,500
LONGEST_NAME = 60
UNREADABLE = "Your device’s answer can’t be read. Try again."
TEXTS = ("id", "rawId", "type")
# What parsers of JSON, base64 and CBOR raise.
BROKEN = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError, struct.error)


class CredentialField(forms.JSONField):
    widget = forms.HiddenInput

    def to_python(self, value: Any) -> Any:
        """Any: JSON. Raises ValidationError for all that isn't in the shape of a credential."""
        if isinstance(value, str) and len(value) > LONGEST:
            raise ValidationError(UNREADABLE)
        try:
            credential = super().to_python(value)
        except (ValueError, RecursionError) as error:
            raise ValidationError(UNREADABLE) from error
        if credential is not None and not _is_credential(credential):
            raise ValidationError(UNREADABLE)
        return credential


def _is_credential(value: object) -> bool:
    if not isinstance(value, dict) or not isinstance(value.get("response"), dict):
        return False
    texts = [value.get(name) for name in TEXTS]
    texts += [text for text in value["response"].values() if not isinstance(text, list)]
    return all(text is None or (isinstance(text, str) and text.isascii()) for text in texts)


class ReadCarefully(forms.Form):
    """Before allauth's form: what its parsers choke on is an error of the form, not of ours."""

    def _clean_fields(self) -> None:
        try:
            super()._clean_fields()
        except BROKEN:
            self.add_error("credential", UNREADABLE)

    def _clean_form(self) -> None:
        try:
            super()._clean_form()
        except BROKEN:
            self.add_error("credential", UNREADABLE)


class AddPasskey(ReadCarefully, allauth_forms.AddWebAuthnForm):
    name = forms.CharField(required=False, max_length=LONGEST_NAME)
    credential = CredentialField()


class RenamePasskey(allauth_forms.EditWebAuthnForm):
    name = forms.CharField(max_length=LONGEST_NAME)


class SecondFactorPasskey(ReadCarefully, allauth_forms.AuthenticateWebAuthnForm):
    credential = CredentialField()


class SignInPasskey(ReadCarefully, allauth_forms.LoginWebAuthnForm):
    credential = CredentialField()


class ConfirmPasskey(ReadCarefully, allauth_forms.ReauthenticateWebAuthnForm):
    credential = CredentialField()
