"""The table: what each kind of visitor gets at each address. Whoever adds an address says it here.

A word is a status, or "→" and where the visitor is sent; "302" where that is told by another test.
"""

from tests.site.visitors import OF_THE_OWNER, OWNER, ROW, SECRETS, VISITORS, Answer

SIGN_IN, START, DESK = "→ /accounts/login/", "→ /profile/", "→ /admin/login/"
IMPORT, CONFIRM, ADVICE = "→ /profile/import/", "→ /profile/import/confirm/", "→ /profile/advice/"
SAVED, SEARCHES, APPLY = "→ /profile/saved/", "→ /profile/searches/", "→ /profile/applications/new/"

Words = dict[str, str]  # what each visitor gets


def _all(everyone: str) -> Words:
    return dict.fromkeys(VISITORS, everyone)


def _stranger(stranger: str, others: str, owner: str = "") -> Words:
    return _all(others) | {"a stranger": stranger} | ({OWNER: owner} if owner else {})


def _member(words: str, owner: str = "") -> Words:
    """Whoever is signed in."""
    return _stranger(SIGN_IN, words, owner)


def _with_profile(another: str, owner: str = "") -> Words:
    """Who has a profile; others are sent to where they can start one."""
    return _member(START, owner or another) | {"another member": another}


def _staff(anybody: str, editor: str, others: str = DESK) -> Words:
    """Only who gave a second factor. anybody: of the staff, without a permission."""
    return _all(others) | {"staff without permissions": anybody, "an editor": editor}


PUBLIC = _all("200"), _all("405")
READERS_FORM = _all("200"), _all("200")
THANKS = PUBLIC
OWN_PAGE = _with_profile("200"), _with_profile("405")
OWN_FORM = _with_profile("200"), _with_profile("200")
OWN_ROW = _with_profile("404", "200"), _with_profile("404", "200")
OWN_MOVE = _with_profile("405"), _with_profile("404", "302")
OWN_FIT = _member("200"), _member("200", "405")
SIGNED_OUT_ONLY = _stranger("200", START), _stranger("200", START)
IN_BETWEEN = _stranger("302", START), _stranger("302", START)  # a step of a sign-in that nobody here began
LOOK_UP = _member("200"), _member("405")

# By the name of a view: what GET gives, and POST with a token and without any value. Without a token it is 403.
WHO_MAY: dict[str, tuple[Words, Words]] = {
    **dict.fromkeys(
        (
            *("home", "search", "suggest", "sources", "method", "card", "privacy", "healthz", "fit:made"),
            *("data:about", "data:download", "trust:rules"),
            *(f"comparisons:{name}" for name in ("list", "field", "detail", "suits", "card", "trio", "markdown")),
            *("comparisons:json", "comparisons:schema", "roles:list", "roles:field", "roles:detail"),
            *(f"salaries:{name}" for name in ("list", "field", "detail", "csv", "json")),
            *("skills:list", "skills:kind", "skills:detail", "skills:roles"),
            *("jobs:list", "jobs:feed", "jobs:of_role", "jobs:in_place", "openings:detail"),
            *("companies:detail", "companies:further"),
            *(f"pages:{name}" for name in ("robots", "llms", "sitemap_index", "sitemap", "feed", "key")),
        ),
        PUBLIC,
    ),
    "favicon": (_all("→ /static/icon.svg"), _all("405")),
    "trust:report": READERS_FORM,
    "feedback:form": READERS_FORM,
    "trust:thanks": THANKS,
    "feedback:thanks": THANKS,
    # --- A person's own
    "public_profile": PUBLIC,  # its owner put it there
    "profiles:overview": LOOK_UP,
    "profiles:privacy": LOOK_UP,
    "profiles:export": LOOK_UP,
    "profiles:start": (_member("405"), _member("200")),
    "profiles:delete": (_member("200"), _member("200")),
    "profiles:deleted": PUBLIC,
    "profiles:withdraw": (_member("405"), _member("→ /profile/privacy/")),
    "profiles:about": (_with_profile("200"), _with_profile(START)),  # nothing in it is asked for
    "profiles:wishes": (_with_profile("200"), _with_profile(START)),
    "profiles:roles": (_with_profile("200"), _with_profile(START)),
    "profiles:public": (_with_profile("200"), _with_profile("200", "→ /profile/public/")),
    "profiles:go_public": (_with_profile("405"), _with_profile("→ /profile/public/")),
    "profiles:new_address": (_with_profile("405"), _with_profile("→ /profile/public/")),
    "profiles:rows": OWN_FORM,
    "profiles:row": OWN_ROW,
    "profiles:remove": (_with_profile("404", "200"), _with_profile("404", "302")),
    **dict.fromkeys((f"profiles:move_{to}" for to in ("first", "up", "down")), OWN_MOVE),
    # What is brought and taken along
    "profiles:import": OWN_FORM,
    "profiles:import_confirm": (_with_profile(IMPORT, "200"), _with_profile(IMPORT, CONFIRM)),
    "profiles:import_throw_away": (_with_profile("405"), _with_profile(IMPORT)),
    "profiles:kept_file": (_with_profile("404", "200"), _with_profile("405")),
    "profiles:remove_kept_file": (_with_profile("405"), _with_profile("404", IMPORT)),
    "profiles:advice": OWN_PAGE,
    "profiles:mend": (_with_profile("405"), _with_profile(ADVICE)),
    "profiles:advice_on_file": (_with_profile("405"), _with_profile("200")),
    "profiles:ask_wording": (_with_profile("405"), _with_profile(f"{ADVICE}#wording")),
    "profiles:take_wording": (_with_profile("405"), _with_profile(ADVICE)),
    **dict.fromkeys((f"profiles:resume{of}" for of in ("", "_file", "_for_job", "_for_job_file")), OWN_PAGE),
    # Jobs: kept, applied for, told of
    "profiles:saved": OWN_PAGE,
    "profiles:save_job": (_with_profile("200"), _with_profile("404")),  # the form names no job
    "profiles:saved_job": (_with_profile("404", "200"), _with_profile("404", SAVED)),
    "profiles:unsave_job": (_with_profile("405"), _with_profile("404", SAVED)),
    "profiles:searches": OWN_PAGE,
    "profiles:save_search": OWN_FORM,
    "profiles:saved_search": OWN_ROW,
    "profiles:seen_search": (_with_profile("405"), _with_profile("404", SEARCHES)),
    "profiles:unsave_search": (_with_profile("405"), _with_profile("404", SEARCHES)),
    "alerts:stop_all": READERS_FORM,  # who has the address from a mail
    "alerts:stop_search": READERS_FORM,
    "applications:list": OWN_PAGE,
    "applications:csv": OWN_PAGE,
    "applications:new": (_with_profile("404"), _with_profile("404")),  # no job is named
    "applications:review": (_with_profile(APPLY), _with_profile("405")),  # what was to be sent isn't what it is now
    "applications:reviewed_resume": (_with_profile("404", "200"), _with_profile("405")),
    "applications:send": (_with_profile("405"), _with_profile(APPLY, "409")),
    "applications:note": (_with_profile("405"), _with_profile("409")),  # it is taken here
    "applications:receipt": (_with_profile("404", "200"), _with_profile("405")),
    "applications:resume": (_with_profile("404", "200"), _with_profile("405")),
    "applications:answer": (_with_profile("405"), _with_profile("404", "200")),
    "applications:withdraw": (_with_profile("404", "200"), _with_profile("404", f"→ /profile/applications/{ROW}/")),
    # How well things fit; who has no profile is told where to begin
    **dict.fromkeys((f"profiles:fit{of}" for of in ("", "_role", "_job", "_compared", "_what_if")), OWN_FIT),
    "profiles:best_jobs": OWN_FIT,
    # --- Accounts. Here only the owner has a password and second factors.
    "account_overview": (_member("200"), _all("405")),
    "account_login": SIGNED_OUT_ONLY,
    "account_signup": SIGNED_OUT_ONLY,
    "account_request_login_code": SIGNED_OUT_ONLY,
    "account_confirm_login_code": IN_BETWEEN,
    "mfa_authenticate": IN_BETWEEN,
    "mfa_login_webauthn": IN_BETWEEN,
    "account_logout": (_member("200"), _all(SIGN_IN)),
    "account_inactive": PUBLIC,
    "account_email": (_member("200"), _member("→ /accounts/email/")),
    "account_email_verification_sent": (_member("→ /accounts/email/"), _member("→ /accounts/email/")),
    "account_change_password": (_member("→ /accounts/password/set/", "200"),) * 2,
    "account_set_password": (_member("200", "→ /accounts/password/change/"),) * 2,
    "account_reset_password": (_all("200"), _all("200")),
    "account_confirm_password_reset_code": (_all(SIGN_IN), _all(SIGN_IN)),
    "account_complete_password_reset": (_all("→ /accounts/password/reset/"),) * 2,
    "account_password_reset_completed": PUBLIC,
    "account_reauthenticate": (_member("403", "200"),) * 2,
    "mfa_reauthenticate": (_member("403", "200"),) * 2,
    "mfa_reauthenticate_webauthn": (_member("403", "200"), _member("403", "302")),
    "mfa_index": LOOK_UP,
    "mfa_list_webauthn": LOOK_UP,
    "mfa_activate_totp": (_member("200", "→ /accounts/2fa/totp/deactivate/"),) * 2,
    "mfa_deactivate_totp": (_member("404", "200"), _member("404", "→ /accounts/2fa/")),
    "mfa_view_recovery_codes": (_member("404", "200"), _member("405")),
    "mfa_generate_recovery_codes": (_member("200"), _member("200", "→ /accounts/2fa/recovery-codes/")),
    "mfa_download_recovery_codes": (_all("404"), _all("404")),
    "mfa_add_webauthn": (_member("200"), _member("200")),
    "mfa_remove_webauthn": (_member("404", "200"), _member("404", "→ /accounts/2fa/webauthn/")),
    "mfa_edit_webauthn": (_member("404", "200"), _member("404", "200")),
    "usersessions_list": (_member("200"), _member("→ /accounts/sessions/")),
    # --- The editors' desk
    "admin:index": (_staff("200", "200"), _staff("200", "200")),
    "admin:login": (
        _staff("→ /admin/", "→ /admin/", "403")
        | {"a stranger": SIGN_IN, "staff without a second factor": "→ /accounts/2fa/"},
    )
    * 2,
    "admin:logout": (_staff("405", "405", "→ /admin/"), _staff("200", "200", "→ /admin/")),
    "admin:password_change": (_staff("→ /accounts/password/change/", "→ /accounts/password/change/"),) * 2,
    "admin:password_change_done": (_staff("200", "200"), _staff("405", "405")),
    "admin:autocomplete": (_staff("403", "200"), _staff("405", "405")),
    "admin:jsi18n": (_staff("200", "200"), _staff("405", "405")),
    "admin:view_on_site": (_staff("404", "404"),) * 2,  # here of a profile, whose public address stays its owner's
    "admin:app_list": (_staff("404", "200"),) * 2,
    "admin:admin/(?P<url>.*)$": (_staff("404", "404"),) * 2,
    "admin:auth_user_password_change": (_staff("403", "200"),) * 2,
    "admin:jobs_job_preview": (_staff("404", "200"),) * 2,
    "admin:profiles_application_resume": (_staff("404", "200"), _staff("405", "405")),
    "admin:jobs_scamrule_try": (_staff("→ /admin/", "200"),) * 2,
}

# One click in a mail program stops mail (RFC 8058): it has no cookie, so nobody can abuse one.
NEEDS_NO_TOKEN = {"alerts:stop_all", "alerts:stop_search"}
# Looks who it is before it reads what may be five megabytes, the token among them.
WHO_COMES_FIRST = {"profiles:import"}

# Screens of each table: its list, adding, changing, deleting, its history, and its old address.
TABLES = {
    *(
        "accounts_user",
        "auth_group",
        "mfa_authenticator",
        "profiles_application",
        "profiles_profile",
        "comparisons_comparisonnote",
    ),
    *("comparisons_pair", "jobs_company", "jobs_job", "jobs_jobfeed", "jobs_jobreport", "jobs_scamrule"),
    *(f"roles_{name}" for name in ("location", "nearskill", "payrollyear", "report", "role", "salaryrange", "skill")),
    *("roles_source", "roles_workkind"),
}
SCREENS = ("changelist", "add", "change", "delete", "history")
EDITORS, NOBODY = _staff("403", "200"), _staff("403", "403")
NOT_ADDED = (
    "mfa_authenticator",
    "profiles_application",
    "profiles_profile",
    "comparisons_pair",
    "jobs_jobreport",
    "roles_report",
)
NOT_DELETED = ("profiles_application", "profiles_profile", "comparisons_pair", "jobs_jobreport", "roles_report")
NOT_CHANGED = ("mfa_authenticator", "profiles_profile", "comparisons_pair")
WHO_MAY |= {f"admin:{table}_{screen}": (EDITORS, EDITORS) for table in TABLES for screen in SCREENS}
WHO_MAY |= {f"admin:{table}_add": (NOBODY, NOBODY) for table in NOT_ADDED}
WHO_MAY |= {f"admin:{table}_delete": (NOBODY, NOBODY) for table in NOT_DELETED}
WHO_MAY |= {f"admin:{table}_change": (EDITORS, NOBODY) for table in NOT_CHANGED}
WHO_MAY["admin:profiles_application_change"] = (EDITORS, _staff("403", "302"))
WHO_MAY["admin:jobs_jobreport_change"] = (EDITORS, _staff("403", "302"))
WHO_MAY |= {f"admin:admin/{table.replace('_', '/')}/<path:object_id>/": (_staff("302", "302"),) * 2 for table in TABLES}

# --- What of the owner may be told to whom: to herself all but secrets, to others what she made public.
PERSONAL = ("/profile/", "/accounts/")
KEPT_BY_NOBODY = ("/profile/", "/accounts/", "/admin/", "/p/", "/feedback/")
ON_THE_PUBLIC_PAGE = {"name", "headline"}
AT_THE_DESK = {
    "accounts_user": {"e-mail address"},
    "auth_user_password": {"e-mail address"},
    "mfa_authenticator": {"e-mail address", "name"},  # who gave a passkey their name
    "profiles_application": {"e-mail address", "name"},  # what was sent to the employer
    "profiles_profile": {"e-mail address", "name", "headline", "summary"},
}
COOKIES = {"sessionid", "csrftoken", "signed_in"}


def may_be_told(answer: Answer) -> set[str]:
    if answer.view == "public_profile":
        return ON_THE_PUBLIC_PAGE
    if answer.visitor == OWNER and answer.address.startswith(PERSONAL):
        return set(OF_THE_OWNER) - SECRETS
    if answer.visitor != "an editor":
        return set()
    return next((told for table, told in AT_THE_DESK.items() if answer.view.startswith(f"admin:{table}_")), set())
