"""What somebody looks at before they send it: made once, kept as it is, and sent as it is."""

from dataclasses import asdict

from django.utils import timezone

from jobs.models import Job, JobQuestion
from profiles.advice.tailoring import tailored
from profiles.applying.freezing import Kept, advert_of, contact_of, delivery_of, digest, fit_of
from profiles.applying.questions import asked_of
from profiles.applying.states import Variant
from profiles.documents.files import resume_pdf
from profiles.facts import ProfileFacts
from profiles.fit.targets import wanted_by_job
from profiles.models import ApplicationDraft, Profile
from profiles.notices import Purpose, version_of
from roles.matching.catalogue import skill_matcher


def questions_of(job: Job) -> list[JobQuestion]:
    return list(job.questions.all())


def prepare(profile: Profile, job: Job, variant: str, answers: list[Kept]) -> ApplicationDraft:
    """In place of what was looked at before. A third of a second, most of it for the PDF; raises NoFileError."""
    facts = profile.facts()
    made = {
        "advert": advert_of(job),
        "contact": contact_of(facts),
        "answers": answers,
        "variant": variant,
        "resume": resume_of(facts, job, variant),
        "digest": digest_of(profile, job, variant, answers, facts),
        "made_at": timezone.now(),
        **delivery_of(job),
        **fit_of(profile, facts, job),
    }
    draft, _ = ApplicationDraft.objects.update_or_create(profile=profile, job=job, defaults=made)
    return draft


def digest_of(profile: Profile, job: Job, variant: str, answers: list[Kept], facts: ProfileFacts | None = None) -> str:
    """Of profile, advert and questions as they are now, with these choices and to this address. Ten queries, two where
    the facts are given."""
    return digest(
        {
            "facts": asdict(facts or profile.facts()),
            "advert": advert_of(job),
            "questions": asked_of(questions_of(job)),
            "variant": variant,
            "answers": answers,
            "notice": version_of(Purpose.APPLY),
            **delivery_of(job),
        }
    )


def is_current(draft: ApplicationDraft, profile: Profile, job: Job) -> bool:
    return draft.digest == digest_of(profile, job, draft.variant, draft.answers)


def resume_of(facts: ProfileFacts, job: Job, variant: str) -> bytes:
    if variant == Variant.ONE:
        return resume_pdf(facts, pages=1).body
    wanted = wanted_by_job(job) if variant == Variant.TAILORED else None
    return resume_pdf(tailored(facts, wanted.names, skill_matcher()) if wanted else facts).body


def can_be_tailored(job: Job) -> bool:
    """Whether anything is known of what it asks for."""
    return wanted_by_job(job) is not None
