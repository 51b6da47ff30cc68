"""Who comes to the site, what there is for them to see, and what each got for what they asked."""

import dataclasses
import hashlib
import io
import time
import zipfile
from dataclasses import dataclass
from http.cookies import SimpleCookie

from allauth.account.internal.flows import login as sign_in
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from cryptography.hazmat.primitives.asymmetric import ec
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group, Permission
from django.core.cache import cache
from django.db import models, transaction
from django.http import HttpResponse
from django.test import Client
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData, CollectedClientData

from accounts.models import User
from onjob.pages.models import Kind
from profiles.models import Profile
from tests.constraints import FACTORIES
from tests.factories import (
    AlertMailFactory,
    ApplicationCopyFactory,
    ApplicationDraftFactory,
    CompanyFactory,
    ComparisonNoteFactory,
    JobFactory,
    MemberFactory,
    PairFactory,
    PayrollYearFactory,
    ProfileFactory,
    PublicPageFactory,
    RoleFactory,
    SalaryRangeFactory,
    SavedSearchFactory,
    ShownPartFactory,
)
from tests.profiles.filled import FACTS

JOB = 900_001
ROW = 770_001  # the key of each row of the owner's own
TOKEN = "7c7f3d2e-95d6-4c52-9d0c-0d5f5c0f8a11"  # of the owner's public page
CSRF = "t" * 32  # cookie and header, as a form of ours sends it

# How each proved who they are; None: not at all.
VISITORS = {
    "a stranger": None,
    "a newcomer": "password",  # a member without a profile
    "another member": "password",
    "the owner": "password",
    "staff without a second factor": "password",
    "staff without permissions": "mfa",
    "an editor": "mfa",
}
OWNER, EDITOR = "the owner", "an editor"
GET, POST, FORGED = "GET", "POST", "POST without a token"

# What the owner says of herself, as pages may show it. The first two stand on her public page.
OF_THE_OWNER = {
    "name": b"Zenobia Quill",
    "headline": b"Weaves reports at dawn",
    "e-mail address": b"zenobia.quill@example.org",
    "telephone number": b"98123 45670",
    "pay": b"1717171",
    "pay, with commas": b"17,17,171",
    "pay, in lakh": b"17.2 lakh",
    "summary": b"Nobody else writes this sentence.",
    "employer": b"Quokka Looms",
    "app’s secret": b"JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
}
SECRETS = {"app’s secret"}  # which its owner is told once, when it is made


@dataclass(frozen=True)
class Answer:
    """told: what of OF_THE_OWNER it says; headers in small letters."""

    visitor: str
    asked: str
    address: str
    view: str
    status: int
    headers: dict[str, str]
    cookies: SimpleCookie
    digest: str
    told: frozenset[str]

    def __str__(self) -> str:
        return f"{self.asked} {self.address} ({self.view}) by {self.visitor}"

    @property
    def leads_to(self) -> str:
        return self.headers.get("location", "").partition("?")[0]


class World:
    """One for all visitors: what a request changes is undone after it."""

    def __init__(self) -> None:
        _catalogue()
        self.owner = _owner()
        people = {
            "a newcomer": MemberFactory(),
            "another member": ProfileFactory(user=MemberFactory()).user,
            OWNER: self.owner.user,
            "staff without a second factor": MemberFactory(is_staff=True),
            "staff without permissions": MemberFactory(is_staff=True),
            EDITOR: MemberFactory(is_staff=True),
        }
        people["staff without a second factor"].user_permissions.set(Permission.objects.all())
        people[EDITOR].user_permissions.set(Permission.objects.all())
        self._sessions = {visitor: _session_of(user, VISITORS[visitor]) for visitor, user in people.items()}
        _a_row_of_everything(self.owner)
        self.client = Client(enforce_csrf_checks=True, raise_request_exception=False)

    def ask(self, visitor: str, asked: str, view: str, address: str) -> Answer:
        cache.clear()  # nobody tried before
        self.client.cookies = SimpleCookie({"csrftoken": CSRF})
        if visitor in self._sessions:
            self.client.cookies["sessionid"] = self._sessions[visitor]
        with transaction.atomic():
            response = self._sent(asked, address)
            body = _body(response)
            transaction.set_rollback(True)
        headers = {name.lower(): value for name, value in response.items()}
        said = body + repr(headers).encode()
        told = frozenset(what for what, words in OF_THE_OWNER.items() if words in said)
        digest = hashlib.sha256(body).hexdigest()
        return Answer(visitor, asked, address, view, response.status_code, headers, response.cookies, digest, told)

    def _sent(self, asked: str, address: str) -> HttpResponse:
        if asked == GET:
            return self.client.get(address)
        return self.client.post(address, headers={"x-csrftoken": CSRF} if asked == POST else {})


def _body(response: HttpResponse) -> bytes:
    """What a ZIP file holds is read too."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    if response.get("Content-Type") != "application/zip":
        return body
    with zipfile.ZipFile(io.BytesIO(body)) as file:
        return b"".join(file.read(name) for name in sorted(file.namelist()))


def _session_of(user: User, method: str | None) -> str:
    """The key of a session in which this person just proved who they are, and did so once more."""
    client = Client()
    client.force_login(user)
    session = client.session
    record = {"method": method, "type": "totp", "at": time.time(), "reauthenticated": True}
    session[sign_in.AUTHENTICATION_METHODS_SESSION_KEY] = [record]
    session[sign_in._AUTHENTICATION_METHODS_USER_SESSION_KEY] = str(user.pk)
    session.save()
    return session.session_key


def _owner() -> Profile:
    email = OF_THE_OWNER["e-mail address"].decode()
    user = MemberFactory(email=email, password="kettle-drum-orchard")
    profile = ProfileFactory(user=user, pay_now=1_717_171, pay_wanted=1_717_171)
    words = {what: said.decode() for what, said in OF_THE_OWNER.items()}
    contact = dataclasses.replace(
        FACTS.contact, name=words["name"], email=email, phone=f"+91 {words['telephone number']}"
    )
    work = [dataclasses.replace(position, company=words["employer"]) for position in FACTS.positions]
    profile.take(
        dataclasses.replace(
            FACTS, contact=contact, positions=tuple(work), headline=words["headline"], summary=words["summary"]
        )
    )
    Profile.objects.filter(pk=profile.pk).update(is_public=True, token=TOKEN)
    for part in ("name", "headline"):
        ShownPartFactory(profile=profile, part=part)
    profile.refresh_from_db()
    return profile


def _catalogue() -> None:
    scientist, engineer, welder = (
        RoleFactory(slug=slug, core={"python": 90, "sql": 80}) for slug in ("data-scientist", "ml-engineer", "welder")
    )
    SalaryRangeFactory(role=scientist)
    PayrollYearFactory()
    ComparisonNoteFactory(first=scientist, second=engineer)
    PairFactory(first=scientist, second=engineer)
    PairFactory(first=scientist, second=RoleFactory(slug="data-analyst"))
    JobFactory(role=welder, at=["pune"], mode="remote")
    JobFactory(pk=JOB, title="Data Scientist", role=scientist, company=CompanyFactory(slug="acme"))
    JobFactory.create_batch(50, company=CompanyFactory(slug="acme"))  # with the first one too many for a page
    for kind in Kind:
        PublicPageFactory(kind=kind)
    PublicPageFactory(pk=50_001, kind=Kind.ROLES)  # the first one of a second sitemap


def _a_row_of_everything(owner: Profile) -> None:
    """Of every table that is somebody's own, one of the owner's; of every screen of the desk, one to open."""
    Group.objects.create(name="Editors")
    TOTP.activate(owner.user, OF_THE_OWNER["app’s secret"].decode())
    RecoveryCodes.activate(owner.user)
    passkey = {"name": "Zenobia Quill’s telephone", "credential": _credential()}
    Authenticator.objects.create(user=owner.user, type="webauthn", data=passkey)
    search = SavedSearchFactory(profile=owner, pk=ROW, token=TOKEN, query="mode=hybrid")
    AlertMailFactory(profile=search.profile, pk=ROW, token=TOKEN)
    ApplicationDraftFactory(profile=owner, pk=ROW, job_id=JOB)
    contact = {"name": OF_THE_OWNER["name"].decode(), "email": owner.user.email}
    ApplicationCopyFactory(application__profile=owner, application__pk=ROW, number=1, contact=contact)
    for model in apps.get_models():
        whose = [name for name in ("profile", "user") if _points_at_a_person(model, name)]
        if whose and model in FACTORIES and not model.objects.exists():
            FACTORIES[model](pk=ROW, **{whose[0]: owner if whose[0] == "profile" else owner.user})
    for model in admin.site._registry:
        if not model._default_manager.exists():
            FACTORIES[model]()


def _credential() -> dict[str, object]:
    """A passkey as a browser hands one over, of a device that signs no statement."""
    key = ES256.from_cryptography_key(ec.generate_private_key(ec.SECP256R1()).public_key())
    made = AttestedCredentialData.create(b"\0" * 16, b"\1" * 16, key)
    data = AuthenticatorData.create(b"\2" * 32, AuthenticatorData.FLAG.AT, 0, made)
    client = CollectedClientData.create("webauthn.create", b"\3" * 32, "http://127.0.0.1:8000")
    statement = AttestationObject.create("none", data, {})
    response = {"clientDataJSON": websafe_encode(client), "attestationObject": websafe_encode(statement)}
    name = websafe_encode(made.credential_id)
    return {"id": name, "rawId": name, "type": "public-key", "response": response}


def _points_at_a_person(model: type[models.Model], name: str) -> bool:
    field = next((field for field in model._meta.fields if field.name == name), None)
    return field is not None and field.related_model in (Profile, User)
