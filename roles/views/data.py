from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from roles.dataset.describe import ABOUT, TITLE
from roles.dataset.published import published
from roles.structured_data import datasets


@require_safe
def data(request: HttpRequest) -> HttpResponse:
    dataset = published(settings.DATASET_ROOT)
    context = {"dataset": dataset, "title": TITLE, "about": ABOUT, "json_ld": datasets.open_data(dataset)}
    return render(request, "roles/data.html", context)


@require_safe
def download(request: HttpRequest, name: str) -> FileResponse:
    dataset = published(settings.DATASET_ROOT)
    path = dataset and dataset.file(name)
    if path is None:
        raise Http404(f"The dataset has no file {name}.")
    return FileResponse(path.open("rb"), as_attachment=path.suffix in (".zip", ".csv"), filename=path.name)
