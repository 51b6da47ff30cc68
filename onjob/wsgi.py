import os

from django.core.wsgi import get_wsgi_application

from onjob.wsgi_guard import ContentTypeGuard

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "onjob.settings")

application = ContentTypeGuard(get_wsgi_application())
