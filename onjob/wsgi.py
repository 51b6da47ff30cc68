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
# A page makes some hundred values that go when it is sent: nearly all of them without the collector's help.
gc.set_threshold(20000, 20, 20)
