import gc
import os

from django.core.wsgi import get_wsgi_application

from onjob.wsgi_guard import HeaderGuard

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "onjob.settings")

application = HeaderGuard(get_wsgi_application())

# What is loaded by now stays as long as the process does: looking through it for waste again and again held some pages
# up for 20 ms and more.
gc.collect()
gc.freeze()
