"""Test data, made in one place. Slugs are the handle: `RoleFactory(slug="data-analyst", core={"sql": 90})`."""

import datetime
from collections.abc import Iterable
from typing import Any

import factory
from allauth.account.models import EmailAddress
from django.utils.text import slugify
from factory.django import DjangoModelFactory

from accounts.models import User
from comparisons.models import ComparisonFAQ, ComparisonNearSkill, ComparisonNote, Judging, NearRoles, Pair
from jobs.models import (
    Company,
    FeedRun,
    Job,
    JobFeed,
    JobPlace,
    JobQuestion,
    JobReport,
    JobSkill,
    JobSource,
    JobStatus,
    ScamRule,
)
from onjob.pages.models import PublicPage
from profiles.alerts.models import Arrival
from profiles.facts import SkillFact
from profiles.importing.kept import as_json
from profiles.importing.kinds import FileKind
from profiles.importing.pieces import Piece, Understood
from profiles.models import (
    AlertMail,
    Application,
    ApplicationCopy,
    ApplicationDraft,
    ApplicationEvent,
    Certificate,
    Consent,
    DeletionWarning,
    Education,
    Experience,
    KeptFile,
    Language,
    Profile,
    ProfileLink,
    ProfileSkill,
    ProfileView,
    Project,
    Reading,
    SavedJob,
    SavedSearch,
    ShownPart,
)
from roles.models import (
    CareerStep,
    CatalogueRow,
    DataVersion,
    Location,
    LocationAlias,
    NearSkill,
    PayrollYear,
    Report,
    Responsibility,
    Role,
    RoleAlias,
    RoleFAQ,
    RoleSkill,
    SalaryRange,
    Skill,
    SkillAlias,
    SkillPart,
    Source,
    WorkKind,
)

REVIEWED = datetime.date(2026, 11, 1)
SEEN = datetime.datetime(2026, 11, 2, 6, tzinfo=datetime.UTC)
PERIOD = (datetime.date(2026, 1, 1), datetime.date(2026, 6, 30))
ABBREVIATIONS = {"ai", "api", "aws", "bi", "hr", "it", "ml", "nlp", "qa", "seo", "sql", "ui", "ux"}


def titled(slug: str) -> str:
    """ "ml-engineer" → "ML Engineer"."""
    return " ".join(word.upper() if word in ABBREVIATIONS else word.capitalize() for word in slug.split("-"))


def sentence_case(slug: str) -> str:
    """ "feature-engineering" → "Feature engineering", "power-bi" → "Power BI"."""
    first, *rest = titled(slug).split(" ")
    return " ".join([first, *(word if word.isupper() else word.lower() for word in rest)])


def inside_sentence(name: str) -> str:
    """ "Feature engineering" → "feature engineering", but "Power BI" and "Python" stay."""
    words = name.split(" ")
    return name if len(words) == 1 or any(word.isupper() for word in words) else name[:1].lower() + name[1:]


def gerund(imperative: str) -> str:
    """ "Frame problems" → "framing problems". Doubled letters ("planning") have to be given."""
    verb, _, rest = imperative.partition(" ")
    return f"{verb.lower().removesuffix('e')}ing {rest}"


class SlugFactory(DjangoModelFactory):
    """Takes a slug, a name or neither, and works out the rest."""

    class Meta:
        abstract = True
        skip_postgeneration_save = True

    @classmethod
    def _generate(cls, strategy: str, params: dict[str, Any]) -> Any:
        if "name" in params and "slug" not in params:
            params = {**params, "slug": slugify(params["name"])}
        return super()._generate(strategy, params)


class LocationFactory(SlugFactory):
    class Meta:
        model = Location
        django_get_or_create = ["slug"]

    slug = "india"
    name = factory.LazyAttribute(lambda place: place.slug.replace("-", " ").title())
    kind = factory.LazyAttribute(lambda place: {"india": "country", "remote": "remote"}.get(place.slug, "city"))


class SourceFactory(SlugFactory):
    class Meta:
        model = Source
        django_get_or_create = ["slug"]

    slug = "pay-survey"
    name = factory.LazyAttribute(lambda source: sentence_case(source.slug))
    publisher = "Acme Research"
    method = "survey"
    url = factory.LazyAttribute(lambda source: f"https://example.org/{source.slug}")
    licence = "CC BY 4.0"
    retrieved_on = REVIEWED


class CatalogueRowFactory(DjangoModelFactory):
    class Meta:
        model = CatalogueRow

    model = "roles.role"
    key = factory.Sequence('["role-{}"]'.format)
    digest = "0" * 64


class DataVersionFactory(DjangoModelFactory):
    """The one row, which is there from the start."""

    class Meta:
        model = DataVersion
        django_get_or_create = ["id"]

    id = 1
    changed_at = datetime.datetime(2026, 11, 2, tzinfo=datetime.UTC)


class ReportFactory(DjangoModelFactory):
    """New, from a network that sent nothing else."""

    class Meta:
        model = Report

    page = "/roles/data-analyst/"
    what_is_wrong = "The median is that of 2019."
    sender = factory.Sequence("{:016x}".format)


class SkillFactory(SlugFactory):
    class Meta:
        model = Skill
        django_get_or_create = ["slug"]

    slug = factory.Sequence("skill-{}".format)
    name = factory.LazyAttribute(lambda skill: sentence_case(skill.slug))
    in_sentence = factory.LazyAttribute(lambda skill: inside_sentence(skill.name))
    category = "tool"


class SkillAliasFactory(DjangoModelFactory):
    class Meta:
        model = SkillAlias

    skill = factory.SubFactory(SkillFactory)
    name = factory.Sequence("Other skill name {}".format)


class SkillPartFactory(DjangoModelFactory):
    class Meta:
        model = SkillPart

    whole = factory.SubFactory(SkillFactory)
    part = factory.SubFactory(SkillFactory)


class NearSkillFactory(DjangoModelFactory):
    class Meta:
        model = NearSkill

    first = factory.SubFactory(SkillFactory)
    second = factory.SubFactory(SkillFactory)
    credit = 60
    reason = "both draw dashboards from a data model"


class WorkKindFactory(SlugFactory):
    class Meta:
        model = WorkKind
        django_get_or_create = ["slug"]

    slug = factory.Sequence("work-{}".format)
    name = factory.LazyAttribute(lambda kind: kind.slug.replace("-", " "))


class RoleFactory(SlugFactory):
    """Published and reviewed.

    `core={"python": 90}` and `secondary={"sql": 50}` give it skills (slug: importance) in that order;
    `duties=["Build models", ("Plan work", "planning work")]` gives it responsibilities.
    """

    class Meta:
        model = Role
        skip_postgeneration_save = True

    slug = factory.Sequence("role-{}".format)
    name = factory.LazyAttribute(lambda role: titled(role.slug))
    plural = factory.LazyAttribute(lambda role: f"{role.name}s")
    article = "a"
    family = "data"
    summary = factory.LazyAttribute(lambda role: f"{role.plural} turn what a business knows into what it does next.")
    status = "published"
    reviewed_on = REVIEWED

    @factory.post_generation
    def core(role: Role, create: bool, skills: dict[str, int] | None) -> None:
        _add_skills(role, "core", skills)

    @factory.post_generation
    def secondary(role: Role, create: bool, skills: dict[str, int] | None) -> None:
        _add_skills(role, "secondary", skills)

    @factory.post_generation
    def duties(role: Role, create: bool, duties: Iterable[str | tuple[str, str]] | None) -> None:
        for position, duty in enumerate(duties or [], start=1):
            text, ing = (duty, gerund(duty)) if isinstance(duty, str) else duty
            ResponsibilityFactory(role=role, text=text, gerund=ing, position=position)


def _add_skills(role: Role, kind: str, skills: dict[str, int] | None) -> None:
    if skills:
        first = role.role_skills.count() + 1
        for rank, (slug, importance) in enumerate(skills.items(), start=first):
            RoleSkillFactory(role=role, skill__slug=slug, kind=kind, importance=importance, rank=rank)


class RoleAliasFactory(SlugFactory):
    class Meta:
        model = RoleAlias

    role = factory.SubFactory(RoleFactory)
    slug = factory.Sequence("alias-{}".format)
    name = factory.LazyAttribute(lambda alias: titled(alias.slug))


class ResponsibilityFactory(DjangoModelFactory):
    class Meta:
        model = Responsibility

    role = factory.SubFactory(RoleFactory)
    text = factory.Sequence("Build model {}".format)
    gerund = factory.LazyAttribute(lambda duty: gerund(duty.text))
    position = factory.Sequence(int)


class CareerStepFactory(DjangoModelFactory):
    class Meta:
        model = CareerStep

    role = factory.SubFactory(RoleFactory)
    title = factory.Sequence("Step {}".format)
    years_min = 0
    years_max = 2
    does = "Does what was done before, alone."


class RoleFAQFactory(DjangoModelFactory):
    class Meta:
        model = RoleFAQ

    role = factory.SubFactory(RoleFactory)
    question = factory.Sequence("What is question {}?".format)
    answer = "A plain answer."
    position = factory.Sequence(int)


class RoleSkillFactory(DjangoModelFactory):
    class Meta:
        model = RoleSkill

    role = factory.SubFactory(RoleFactory)
    skill = factory.SubFactory(SkillFactory)
    kind = "core"
    importance = 80
    rank = factory.Sequence(int)


class SalaryRangeFactory(DjangoModelFactory):
    """₹6 to 15 lakh a year in all India, from 50 adverts of half a year."""

    class Meta:
        model = SalaryRange

    role = factory.SubFactory(RoleFactory)
    location = factory.SubFactory(LocationFactory)
    source = factory.SubFactory(SourceFactory)
    p25 = 600_000
    p50 = 1_000_000
    p75 = 1_500_000
    basis = "advertised"
    confidence = "b"
    sample_size = 50
    period_start, period_end = PERIOD


class PayrollYearFactory(DjangoModelFactory):
    """A year from 1 April 2026 on, the next one a year later: flat tax of 10% above ₹4 lakh, no surcharge.

    Every number is another than the real one, so that a page can't have it from anywhere else.
    """

    class Meta:
        model = PayrollYear

    starts_on = factory.Sequence(lambda number: datetime.date(2026 + number, 4, 1))
    label = factory.LazyAttribute(lambda year: f"{year.starts_on:%Y}–{(year.starts_on.year + 1) % 100}")
    ends_on = factory.LazyAttribute(lambda year: datetime.date(year.starts_on.year + 1, 3, 31))
    slabs = [[410_000, 10]]
    standard_deduction = 71_000
    rebate_limit = 1_110_000
    rebate_maximum = 61_000
    cess_per_cent = 3
    basic_per_cent = 40
    pf_per_cent = 11
    pf_wage_ceiling = 21_000
    professional_tax = 2_300
    tax_source = factory.SubFactory(SourceFactory, slug="tax-act")
    pf_source = factory.SubFactory(SourceFactory, slug="fund-scheme")
    professional_tax_source = factory.SubFactory(SourceFactory, slug="state-acts")


class ComparisonNoteFactory(DjangoModelFactory):
    """Published and reviewed."""

    class Meta:
        model = ComparisonNote

    first = factory.SubFactory(RoleFactory)
    second = factory.SubFactory(RoleFactory)
    verdict = "One explores, the other builds."
    is_published = True
    reviewed_on = REVIEWED


class ComparisonNearSkillFactory(DjangoModelFactory):
    class Meta:
        model = ComparisonNearSkill

    note = factory.SubFactory(ComparisonNoteFactory)
    first = factory.SubFactory(SkillFactory)
    second = factory.SubFactory(SkillFactory)
    credit = 60
    reason = "both draw charts"


class ComparisonFAQFactory(DjangoModelFactory):
    class Meta:
        model = ComparisonFAQ

    note = factory.SubFactory(ComparisonNoteFactory)
    question = factory.Sequence("What sets them apart in way {}?".format)
    answer = "A plain answer."
    position = factory.Sequence(int)


class PairFactory(DjangoModelFactory):
    """Measured and indexable. `PairFactory(reasons="far", measured=False)` fell before its page was looked at."""

    class Meta:
        model = Pair
        skip_postgeneration_save = True

    class Params:
        measured = True

    first = factory.SubFactory(RoleFactory)
    second = factory.SubFactory(RoleFactory)
    overlap = 40
    shared_core = 2
    judged_at = datetime.datetime(2026, 11, 2, tzinfo=datetime.UTC)
    words = factory.LazyAttribute(lambda pair: 1_400 if pair.measured else None)
    own_words = factory.LazyAttribute(lambda pair: 300 if pair.measured else None)
    boilerplate = factory.LazyAttribute(lambda pair: 15 if pair.measured else None)
    nearest = factory.LazyAttribute(lambda pair: 37 if pair.measured else None)

    @factory.post_generation
    def near_roles(pair, create, _extracted):
        """What is near the two roles is stored with a pair."""
        if create:
            NearRoles.objects.follow_pairs({pair.first_id, pair.second_id})


class NearRolesFactory(DjangoModelFactory):
    class Meta:
        model = NearRoles

    role = factory.SubFactory(RoleFactory)
    shares = [[], []]


class JudgingFactory(DjangoModelFactory):
    class Meta:
        model = Judging
        django_get_or_create = ["id"]

    id = 1


class PublicPageFactory(DjangoModelFactory):
    """A role's page, seen and unchanged since; nobody was told of it."""

    class Meta:
        model = PublicPage

    path = factory.Sequence("/roles/role-{}/".format)
    kind = "roles"
    name = factory.Sequence("Role {}".format)
    digest = "0" * 32
    first_seen_at = SEEN
    changed_at = factory.SelfAttribute("first_seen_at")


class UserFactory(DjangoModelFactory):
    """Without a password unless one is given: tests sign in by `client.force_login`."""

    class Meta:
        model = User

    email = factory.Sequence("person{}@example.org".format)

    @classmethod
    def _create(cls, model_class: type[User], *args: Any, **fields: Any) -> User:
        return model_class.objects.create_user(*args, **fields)


class MemberFactory(UserFactory):
    """Who has confirmed their address, so may sign in."""

    @classmethod
    def _create(cls, model_class: type[User], *args: Any, **fields: Any) -> User:
        user = super()._create(model_class, *args, **fields)
        EmailAddress.objects.create(user=user, email=user.email.lower(), verified=True, primary=True)
        return user


class LocationAliasFactory(DjangoModelFactory):
    class Meta:
        model = LocationAlias

    location = factory.SubFactory(LocationFactory)
    name = factory.Sequence(lambda n: f"Old Town {n}")


class CompanyFactory(SlugFactory):
    class Meta:
        model = Company
        django_get_or_create = ["slug"]

    slug = factory.Sequence(lambda n: f"acme-{n}")
    name = factory.LazyAttribute(lambda company: titled(company.slug))
    key = factory.LazyAttribute(lambda company: company.name.lower())


class JobFeedFactory(DjangoModelFactory):
    class Meta:
        model = JobFeed

    name = factory.Sequence(lambda n: f"Board {n}")
    kind = "greenhouse"
    account = factory.Sequence(lambda n: f"board{n}")
    company = factory.SubFactory(CompanyFactory)


class FeedRunFactory(DjangoModelFactory):
    class Meta:
        model = FeedRun

    feed = factory.SubFactory(JobFeedFactory)
    started_at = SEEN
    ended_at = SEEN
    outcome = "done"


class JobFactory(DjangoModelFactory):
    """Open unless told otherwise; places and skills by their slugs."""

    class Meta:
        model = Job
        skip_postgeneration_save = True

    company = factory.SubFactory(CompanyFactory)
    title = "Data Analyst"
    slug = factory.LazyAttribute(lambda job: slugify(job.title))
    status = JobStatus.OPEN
    description = "<p>You answer questions with data.</p>"
    posted_at = SEEN
    first_seen_at = SEEN
    last_seen_on = SEEN.date()

    @factory.post_generation
    def at(self, create: bool, slugs: Iterable[str] | None, **_: Any) -> None:
        for slug in slugs or ():
            JobPlaceFactory(job=self, location=LocationFactory(slug=slug))

    @factory.post_generation
    def asks(self, create: bool, slugs: Iterable[str] | None, **_: Any) -> None:
        for slug in slugs or ():
            JobSkillFactory(job=self, skill=SkillFactory(slug=slug))


class JobPlaceFactory(DjangoModelFactory):
    class Meta:
        model = JobPlace

    job = factory.SubFactory(JobFactory)
    location = factory.SubFactory(LocationFactory, slug=factory.Sequence(lambda n: f"town-{n}"))


class JobSkillFactory(DjangoModelFactory):
    class Meta:
        model = JobSkill

    job = factory.SubFactory(JobFactory)
    skill = factory.SubFactory(SkillFactory)


class JobQuestionFactory(DjangoModelFactory):
    class Meta:
        model = JobQuestion

    job = factory.SubFactory(JobFactory)
    position = factory.Sequence(int)
    words = factory.Sequence("Question {}?".format)


class JobSourceFactory(DjangoModelFactory):
    class Meta:
        model = JobSource

    feed = factory.SubFactory(JobFeedFactory)
    key = factory.Sequence(str)
    job = factory.SubFactory(JobFactory)
    digest = "0" * 32
    first_seen_at = SEEN
    last_seen_at = SEEN


class ScamRuleFactory(DjangoModelFactory):
    class Meta:
        model = ScamRule

    name = factory.Sequence(lambda n: f"Rule {n}")
    explanation = "Employers never ask a seeker for money."
    phrases = "registration fee"


class JobReportFactory(DjangoModelFactory):
    class Meta:
        model = JobReport

    job = factory.SubFactory(JobFactory)
    complaint = "fee"
    sent_at = SEEN


class ProfileFactory(DjangoModelFactory):
    """Empty and private, with its owner's consent."""

    class Meta:
        model = Profile
        skip_postgeneration_save = True

    user = factory.SubFactory(UserFactory)

    @factory.post_generation
    def consent(profile: Profile, create: bool, is_given: bool | None, **_: Any) -> None:
        if is_given is not False:
            ConsentFactory(user=profile.user)

    @factory.post_generation
    def agrees_to_mail(profile: Profile, create: bool, is_given: bool | None, **_: Any) -> None:
        if is_given:
            ConsentFactory(user=profile.user, purpose="alerts")


class ConsentFactory(DjangoModelFactory):
    class Meta:
        model = Consent

    user = factory.SubFactory(UserFactory)
    purpose = "profile"
    notice_version = "2026-11-02"
    given_at = SEEN


class ProfileRowFactory(DjangoModelFactory):
    class Meta:
        abstract = True

    profile = factory.SubFactory(ProfileFactory)
    position = factory.Sequence(int)


class ProfileSkillFactory(ProfileRowFactory):
    class Meta:
        model = ProfileSkill

    skill = factory.SubFactory(SkillFactory)
    name = factory.LazyAttribute(lambda row: row.skill.name if row.skill else "Loom work")


class ExperienceFactory(ProfileRowFactory):
    class Meta:
        model = Experience

    title = "Data Analyst"
    company = "Acme"


class EducationFactory(ProfileRowFactory):
    class Meta:
        model = Education

    degree = "B.Com."


class ProjectFactory(ProfileRowFactory):
    class Meta:
        model = Project

    name = factory.Sequence("Project {}".format)


class CertificateFactory(ProfileRowFactory):
    class Meta:
        model = Certificate

    name = factory.Sequence("Certificate {}".format)


class LanguageFactory(ProfileRowFactory):
    class Meta:
        model = Language

    name = factory.Sequence("Language {}".format)


class ProfileLinkFactory(ProfileRowFactory):
    class Meta:
        model = ProfileLink

    label = "GitHub"
    url = "https://example.org/me"


class ShownPartFactory(DjangoModelFactory):
    class Meta:
        model = ShownPart

    profile = factory.SubFactory(ProfileFactory)
    part = "name"


class ProfileViewFactory(DjangoModelFactory):
    class Meta:
        model = ProfileView

    profile = factory.SubFactory(ProfileFactory)
    viewer = "public"
    day = SEEN.date()
    last_at = SEEN


class ReadingFactory(DjangoModelFactory):
    """Of a text that names a skill."""

    class Meta:
        model = Reading

    profile = factory.SubFactory(ProfileFactory)
    understood = as_json(Understood(FileKind.TEXT, skills=(Piece(SkillFact("Tea"), 0, "Skill 1"),)))


class KeptFileFactory(DjangoModelFactory):
    class Meta:
        model = KeptFile

    profile = factory.SubFactory(ProfileFactory)
    name = "resume.pdf"
    kind = "pdf"
    content = b"%PDF-1.7"
    size = factory.LazyAttribute(lambda file: len(file.content))


class DeletionWarningFactory(DjangoModelFactory):
    class Meta:
        model = DeletionWarning

    user = factory.SubFactory(UserFactory)
    sent_at = SEEN


class SavedJobFactory(DjangoModelFactory):
    class Meta:
        model = SavedJob

    profile = factory.SubFactory(ProfileFactory)
    job = factory.SubFactory(JobFactory)
    title = factory.LazyAttribute(lambda saved: saved.job.title if saved.job else "Data Analyst")
    company = factory.LazyAttribute(lambda saved: saved.job.company.name if saved.job else "Acme")
    saved_at = SEEN


class SavedSearchFactory(DjangoModelFactory):
    """Without mail. `is_mailable=True`: of a person who may be mailed, and agreed to it."""

    class Meta:
        model = SavedSearch

    class Params:
        is_mailable = factory.Trait(
            profile=factory.SubFactory(ProfileFactory, user=factory.SubFactory(MemberFactory), agrees_to_mail=True)
        )

    profile = factory.SubFactory(ProfileFactory)
    name = "Remote jobs"
    query = factory.Sequence("mode=remote&q=word{}".format)
    told_at = SEEN
    created_at = SEEN


class AlertMailFactory(DjangoModelFactory):
    """None is on its way."""

    class Meta:
        model = AlertMail

    profile = factory.SubFactory(ProfileFactory)


class ArrivalFactory(DjangoModelFactory):
    class Meta:
        model = Arrival

    job = factory.SubFactory(JobFactory)


class ApplicationFactory(DjangoModelFactory):
    """Sent, and nobody has looked at it yet."""

    class Meta:
        model = Application

    profile = factory.SubFactory(ProfileFactory)
    job = factory.SubFactory(JobFactory)
    title = "Data Analyst"
    company_name = "Acme"
    applied_at = SEEN
    changed_at = SEEN


class ApplicationCopyFactory(DjangoModelFactory):
    class Meta:
        model = ApplicationCopy

    application = factory.SubFactory(ApplicationFactory)
    number = factory.Sequence(lambda n: n + 1)
    advert = factory.LazyFunction(lambda: {"title": "Data Analyst", "company": "Acme"})
    contact = factory.LazyFunction(lambda: {"name": "Asha Rao", "email": "asha@example.org"})
    variant = "two"
    resume = b"%PDF-1.7 of Asha"
    delivery = "desk"
    notice_version = "2026-11-25"
    sent_at = SEEN


class ApplicationEventFactory(DjangoModelFactory):
    class Meta:
        model = ApplicationEvent

    application = factory.SubFactory(ApplicationFactory)
    after = "sent"
    by = "you"
    at = SEEN


class ApplicationDraftFactory(DjangoModelFactory):
    class Meta:
        model = ApplicationDraft

    profile = factory.SubFactory(ProfileFactory)
    job = factory.SubFactory(JobFactory)
    advert = factory.LazyFunction(lambda: {"title": "Data Analyst", "company": "Acme"})
    variant = "two"
    resume = b"%PDF-1.7 of Asha"
    delivery = "desk"
    digest = "0" * 64
    made_at = SEEN
