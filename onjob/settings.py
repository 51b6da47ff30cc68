"""All settings, from the environment or `.env`. Every variable is explained in `.env.example`."""

import re
import sqlite3
from pathlib import Path
from urllib.parse import urlsplit

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()
env.read_env(BASE_DIR / ".env")

# --- Who we are -----------------------------------------------------------------------------------
DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env("SECRET_KEY")
if not SECRET_KEY:
    raise ImproperlyConfigured("SECRET_KEY is empty: give it a long random text, in .env or in the environment.")
SITE_NAME = env("SITE_NAME", default="OnJob")
SITE_URL = env("SITE_URL", default=f"http://{env('HOST', default='127.0.0.1')}:{env('PORT', default='8000')}").rstrip(
    "/"
)
_site = urlsplit(SITE_URL)
HTTPS = _site.scheme == "https"
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[_site.hostname or "", "127.0.0.1", "localhost"])
CSRF_TRUSTED_ORIGINS = [SITE_URL] if HTTPS else []

INSTALLED_APPS = [
    "onjob.apps.AdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "csp",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "accounts",
    "roles",
    "comparisons",
    "jobs",
    "profiles",
    "profiles.fit",
    "profiles.alerts",
    "onjob.pages",
]

# The page cache keeps whole answers. Headers come next, so that what the guard refuses carries them too.
MIDDLEWARE = [
    "onjob.page_cache.middleware.PageCacheMiddleware",
    "csp.middleware.CSPMiddleware",
    "onjob.middleware.SecurityHeadersMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "onjob.middleware.RequestGuardMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "onjob.middleware.UncachedMiddleware",
    "onjob.middleware.PersonalPagesMiddleware",
    "accounts.hint.SignedInHintMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "onjob.urls"
WSGI_APPLICATION = "onjob.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "onjob.context.site",
            ],
            "libraries": {"page": "onjob.templatetags.page"},
        },
    },
]

# --- Database -------------------------------------------------------------------------------------
DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{BASE_DIR / 'db.sqlite3'}")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
_database = DATABASES["default"]
if _database["ENGINE"].endswith("sqlite3"):
    # Write-ahead logging lets readers and a writer work side by side, but SQLite before 3.51.3 can
    # corrupt a database in that mode (sqlite.org/wal.html#walresetbug): there, the older journal.
    _journal = "WAL" if sqlite3.sqlite_version_info >= (3, 51, 3) else "DELETE"
    _database["CONN_MAX_AGE"] = None
    _database["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 5,
        "init_command": f"PRAGMA journal_mode={_journal}; PRAGMA synchronous=FULL;",
    }
    # A file, because Django's in-memory test database can't be used from two threads.
    _database["TEST"] = {"NAME": Path(_database["NAME"]).with_suffix(".test.sqlite3")}
else:
    _database["CONN_MAX_AGE"] = 60
    _database["CONN_HEALTH_CHECKS"] = True
    _database.setdefault("OPTIONS", {}).setdefault("connect_timeout", 3)

# --- Cache ----------------------------------------------------------------------------------------
PAGE_CACHE_MB = env.int("PAGE_CACHE_MB", default=4)  # millions of bytes of ready pages in each worker
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
if env("CACHE_URL", default=""):
    CACHES["pages"] = env.cache("CACHE_URL")
    if CACHES["pages"]["BACKEND"].endswith("RedisCache"):  # a page is built in less than a second
        CACHES["pages"].setdefault("OPTIONS", {}).update(socket_connect_timeout=1, socket_timeout=1)
    # How often somebody tried to sign in, for all workers together.
    CACHES["default"] = {"BACKEND": "onjob.limits.SharedOrOwnCache", "LOCATION": "pages"}
CACHES["cards"] = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "cards"}

# --- Accounts -------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/profile/"
STAFF_NEED_SECOND_FACTOR = env.bool("STAFF_NEED_SECOND_FACTOR", default=True)

ACCOUNT_ADAPTER = "accounts.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "signup": "accounts.forms.SignupForm",
    "request_login_code": "accounts.forms.RequestLoginCodeForm",
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 15 * 60  # seconds: mail can be slow
ACCOUNT_CHANGE_EMAIL = ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False  # of other sessions only: their hash is of the old password
ACCOUNT_LOGOUT_REDIRECT_URL = "/accounts/login/"
ACCOUNT_SESSION_REMEMBER = True  # for SESSION_COOKIE_AGE, without asking
# Beside what allauth limits by itself: a stranger's mailbox isn't filled over hours either.
ACCOUNT_RATE_LIMITS = {
    "request_login_code": "20/m/ip,3/m/key,10/h/key",
    "reset_password": "20/m/ip,5/m/key,10/h/key",
    "signup": "20/m/ip,100/h/ip",
    "manage_email": "10/m/user,30/h/user",
    "confirm_email": "1/10s/key,10/h/key",
    "change_password": "5/5m/user",  # asks for the old one
}
ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "length": 8, "dashed": True}  # three tries each

MFA_ADAPTER = "accounts.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_TOLERANCE = 1  # half a minute: phones' clocks differ
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS  # browsers themselves allow http for localhost alone
MFA_FORMS = {
    "add_webauthn": "accounts.passkeys.AddPasskey",
    "edit_webauthn": "accounts.passkeys.RenamePasskey",
    "authenticate_webauthn": "accounts.passkeys.SecondFactorPasskey",
    "login_webauthn": "accounts.passkeys.SignInPasskey",
    "reauthenticate_webauthn": "accounts.passkeys.ConfirmPasskey",
}

# --- Mail -----------------------------------------------------------------------------------------
vars().update(env.email_url("EMAIL_URL", default="consolemail://"))
EMAIL_TIMEOUT = 10  # seconds
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env("EMAIL_FROM", default=f"{SITE_NAME} <noreply@{_site.hostname}>")

# Who answers questions and complaints about personal data: a name and how to reach it.
GRIEVANCE_CONTACT = env("GRIEVANCE_CONTACT", default="")

# --- Language and time ----------------------------------------------------------------------------
LANGUAGE_CODE = "en-gb"
USE_I18N = False
TIME_ZONE = "Asia/Kolkata"
USE_TZ = True

# --- Static files ---------------------------------------------------------------------------------
STATIC_URL = "/static/"
DATASET_ROOT = Path(env("DATASET_ROOT", default=str(BASE_DIR / "dataset")))  # what export_dataset makes, /data/ offers
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "onjob.static_files.BundledStaticFilesStorage"
    },
}

# --- Security -------------------------------------------------------------------------------------
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz/$"]
SECURE_HSTS_SECONDS = 63_072_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
BEHIND_PROXY = env.bool("BEHIND_PROXY", default=False)
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if BEHIND_PROXY else 0  # whose entry of X-Forwarded-For is the visitor
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
X_FRAME_OPTIONS = "DENY"

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_AGE = None  # gone with the browser: readers get it with the one form that they may send
SESSION_COOKIE_AGE = 8 * 60 * 60
if HTTPS:  # browsers refuse the prefix without Secure
    SESSION_COOKIE_NAME = "__Host-sessionid"
    CSRF_COOKIE_NAME = "__Host-csrftoken"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000  # an editor's form of one role with all its inlines
DATA_UPLOAD_MAX_NUMBER_FILES = 5

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
        "require-trusted-types-for": ["'script'"],
        "upgrade-insecure-requests": HTTPS,
    }
}

# --- Search engines -------------------------------------------------------------------------------
ROBOTS_DISALLOW_ALL = env.bool("ROBOTS_DISALLOW_ALL", default=False)
ROBOTS_EXTRA = env.str("ROBOTS_EXTRA", default="", multiline=True)
FEEDS_MAY_ASK_LOOPBACK = env.bool("FEEDS_MAY_ASK_LOOPBACK", default=False)  # job feeds of this machine

INDEXNOW_KEY = env("INDEXNOW_KEY", default="")
INDEXNOW_ENDPOINT = env("INDEXNOW_ENDPOINT", default="https://api.indexnow.org/indexnow")
if INDEXNOW_KEY and not re.fullmatch("[A-Za-z0-9-]{8,128}", INDEXNOW_KEY):
    raise ImproperlyConfigured("INDEXNOW_KEY has 8 to 128 letters, digits and hyphens.")
if urlsplit(INDEXNOW_ENDPOINT).scheme not in ("http", "https"):
    raise ImproperlyConfigured("INDEXNOW_ENDPOINT starts with https://.")

# --- Language model -------------------------------------------------------------------------------
LLM_URL = env("LLM_URL", default="").rstrip("/")  # of a server that speaks OpenAI's protocol; without one: rules alone
LLM_MODEL, LLM_KEY = env("LLM_MODEL", default=""), env("LLM_KEY", default="")
if LLM_URL and (urlsplit(LLM_URL).scheme not in ("http", "https") or not LLM_MODEL):
    raise ImproperlyConfigured("LLM_URL starts with https:// or http://, and needs an LLM_MODEL.")

# --- Logging --------------------------------------------------------------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"class": "onjob.log_lines.Lines", "format": "{asctime} {levelname} {name}: {message}", "style": "{"}
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env("LOG_LEVEL", default="INFO")},
    # A visitor's mistake (404, 400) is not our error.
    "loggers": {
        "django.request": {"level": "ERROR"},
        "django.security": {"level": "ERROR"},
        "django.security.DisallowedHost": {"level": "CRITICAL"},
        # What these tell of is what pages show, and whose passkey it is.
        "django.template": {"level": "INFO"},
        "fido2": {"level": "INFO"},
        "httpx": {"level": "WARNING"},  # a line for each request: thousands when feeds are read
    },
}
