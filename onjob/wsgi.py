import os

from django.core.wsgi import get_wsgi_application

from onjob.wsgi_guard import HeaderGuard

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "onjob.settings")

application = HeaderGuard(get_wsgi_application())
