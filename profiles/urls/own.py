from django.urls import path, register_converter

from profiles.documents.downloads import ResumeFileConverter
from profiles.notices import PurposeConverter
from profiles.sections import KeyConverter, SectionConverter
from profiles.views import (
    advice,
    importing,
    overview,
    privacy,
    public,
    resume,
    saved_jobs,
    saved_searches,
    sections,
    wording,
)

register_converter(SectionConverter, "section")
register_converter(KeyConverter, "key")
register_converter(PurposeConverter, "purpose")
register_converter(ResumeFileConverter, "resume_file")

app_name = "profiles"
urlpatterns = [
    path("", overview.overview, name="overview"),
    path("start/", overview.start, name="start"),
    path("about/", overview.about, name="about"),
    path("roles/", overview.roles, name="roles"),
    path("wishes/", overview.wishes, name="wishes"),
    path("public/", public.settings_page, name="public"),
    path("public/start/", public.go_public, name="go_public"),
    path("public/address/", public.new_address, name="new_address"),
    path("privacy/", privacy.privacy, name="privacy"),
    path("privacy/<purpose:purpose>/withdraw/", privacy.withdraw, name="withdraw"),
    path("import/", importing.bring, name="import"),
    path("import/confirm/", importing.confirm, name="import_confirm"),
    path("import/throw-away/", importing.throw_away, name="import_throw_away"),
    path("files/<key:key>/", importing.download, name="kept_file"),
    path("files/<key:key>/remove/", importing.remove, name="remove_kept_file"),
    path("export.zip", privacy.export, name="export"),
    path("advice/", advice.advice, name="advice"),
    path("advice/mend/", advice.mend, name="mend"),
    path("advice/file/", advice.file, name="advice_on_file"),
    path("advice/wording/", wording.ask, name="ask_wording"),
    path("advice/wording/take/", wording.take, name="take_wording"),
    path("resume/", resume.resume, name="resume"),
    path("resume/<resume_file:file>", resume.resume_file, name="resume_file"),
    path("resume/job/<key:job>/", resume.resume_for_job, name="resume_for_job"),
    path("resume/job/<key:job>/<resume_file:file>", resume.resume_for_job_file, name="resume_for_job_file"),
    path("delete/", privacy.delete, name="delete"),
    path("deleted/", privacy.deleted, name="deleted"),
    path("saved/", saved_jobs.saved, name="saved"),
    path("saved/new/", saved_jobs.save, name="save_job"),
    path("saved/<key:key>/", saved_jobs.edit, name="saved_job"),
    path("saved/<key:key>/remove/", saved_jobs.remove, name="unsave_job"),
    path("searches/", saved_searches.searches, name="searches"),
    path("searches/new/", saved_searches.save, name="save_search"),
    path("searches/<key:key>/", saved_searches.edit, name="saved_search"),
    path("searches/<key:key>/seen/", saved_searches.seen, name="seen_search"),
    path("searches/<key:key>/remove/", saved_searches.remove, name="unsave_search"),
    path("<section:section>/", sections.rows, name="rows"),
    path("<section:section>/<key:key>/", sections.row, name="row"),
    path("<section:section>/<key:key>/remove/", sections.remove, name="remove"),
    *[
        path(f"<section:section>/<key:key>/{to}/", sections.move, {"to": to}, name=f"move_{to}")
        for to in sections.MOVES
    ],
]
