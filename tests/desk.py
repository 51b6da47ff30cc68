"""The editors' desk as a browser sees it."""

import time
from typing import Any

from allauth.account.internal.flows import login as sign_in
from django.db import models
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from accounts.models import User


def enter(client: Client, user: User) -> Client:
    """Signed in as by a password and an app's code, without asking for either."""
    client.force_login(user)
    session = client.session
    session[sign_in.AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "mfa", "type": "totp", "at": time.time()}]
    session[sign_in._AUTHENTICATION_METHODS_USER_SESSION_KEY] = str(user.pk)
    session.save()
    return client


def list_address(model: type[models.Model]) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")


def add_address(model: type[models.Model]) -> str:
    return f"{list_address(model)}add/"


def change_address(row: models.Model) -> str:
    return f"{list_address(type(row))}{row.pk}/change/"


def listed(response: HttpResponse) -> list[models.Model]:
    return list(response.context["cl"].result_list)


def filled_in(response: HttpResponse) -> dict[str, Any]:
    """What the browser sends when the form is saved as it came."""
    forms = [response.context["adminform"].form]
    for inline in response.context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    values = {field.html_name: field.value() for form in forms for field in form}
    return {name: value for name, value in values.items() if value is not None and value is not False}


def with_row(form: dict[str, Any], inline: str, **fields: Any) -> dict[str, Any]:
    """The form after "Add another" in this inline."""
    count = int(form[f"{inline}-TOTAL_FORMS"])
    row = {f"{inline}-{count}-{name}": value for name, value in fields.items()}
    return form | row | {f"{inline}-TOTAL_FORMS": count + 1}


def errors(response: HttpResponse) -> str:
    """All that the form complains about."""
    return " ".join(message for messages in response.context["errors"] for message in messages)
