"""What open jobs ask for, in points, as `manage.py weigh_jobs` keeps it. No page shows these rows themselves."""

from django.db import models
from django.db.models import Q

from jobs.models import Job
from profiles.fit.formula import MOST_MONTHS, SKILL_POINTS
from roles.models import Skill

MONTHS = 0  # the key of the posting list of all jobs
MOST_UNLISTED = 1_000  # jobs that are looked up one by one, before the posting lists are written anew


class WeighedJob(models.Model):
    """A job whose points are stored. One that is open no more stays until the next posting lists, without points."""

    job = models.OneToOneField(Job, models.CASCADE, primary_key=True, related_name="weighed")
    digest = models.CharField(max_length=32, blank=True, help_text="Of its points and months; empty: open no more.")
    is_listed = models.BooleanField(default=False, help_text="The posting lists have it as it is now.")

    class Meta:
        indexes = [models.Index(fields=["job"], name="weighedjob_unlisted", condition=Q(is_listed=False))]

    def __str__(self) -> str:
        return str(self.job_id)


class JobPoint(models.Model):
    """A skill's points of those that a job has. The months that it asks for stand in each row: one read is enough."""

    pk = models.CompositePrimaryKey("job_id", "skill_id")
    job = models.ForeignKey(Job, models.CASCADE, related_name="points", db_index=False)
    skill = models.ForeignKey(Skill, models.CASCADE, related_name="+", db_index=False)
    points = models.PositiveSmallIntegerField()
    months = models.PositiveSmallIntegerField()
    is_completed = models.BooleanField(default=False, help_text="The advert doesn’t name it; its role asks for it.")

    class Meta:
        indexes = [models.Index(fields=["skill", "job", "points", "months"], name="jobpoint_of_skill")]
        constraints = [
            models.CheckConstraint(
                name="jobpoint_points_of_the_budget", condition=Q(points__gte=1, points__lte=SKILL_POINTS)
            ),
            models.CheckConstraint(name="jobpoint_months_possible", condition=Q(months__lte=MOST_MONTHS)),
        ]

    def __str__(self) -> str:
        return f"{self.job_id}: {self.points} for {self.skill_id}"


class PostingList(models.Model):
    """All jobs that ask for a skill, packed: each job's place in the list of all jobs, and the skill's points in it.

    The list of all jobs has the key MONTHS: in `jobs` the jobs' own keys, in `points` the months that each asks for.
    All lists are written at once.
    """

    skill = models.PositiveBigIntegerField(primary_key=True, help_text="The skill’s key, or that of the list of all.")
    jobs = models.BinaryField(help_text="32 bits each, the lowest byte first, in rising order.")
    points = models.BinaryField(help_text="16 bits each, the lowest byte first.")

    def __str__(self) -> str:
        return str(self.skill)
