from django.apps import AppConfig
from django.core.checks import register

from accounts.checks import mail_goes_out


class AccountsConfig(AppConfig):
    name = "accounts"

    def ready(self) -> None:
        register(mail_goes_out, deploy=True)
