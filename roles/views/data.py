from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from roles.dataset.published import published


@require_safe
def data(request: HttpRequest) -> HttpResponse:
    return render(request, "roles/data.html", {"dataset": published(settings.DATASET_ROOT)})


@require_safe
def download(request: HttpRequest, name: str) -> FileResponse:
    dataset = published(settings.DATASET_ROOT)
    path = dataset and dataset.file(name)
    if path is None:
        raise Http404(f"The dataset has no file {name}.")
    return FileResponse(path.open("rb"), as_attachment=path.suffix in (".zip", ".csv"), filename=path.name)
