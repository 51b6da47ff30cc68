"""Pages with downloads, as dataset searches know them."""

from collections.abc import Iterable

from django.urls import reverse

from roles.dataset.describe import ABOUT, TITLE
from roles.dataset.published import Published
from roles.pay import PayFigure
from roles.salaries import wording
from roles.salaries.guide import SalaryGuide
from roles.structured_data.nodes import Node, address, graph, known, organization, page
from roles.structured_data.occupations import PERCENTILES, occupation, paid, salary
from roles.structured_data.pages import SALARIES

MEASURED = ("pay", "role-skills")  # tables of figures; the others hold words
CSV, JSON, ZIP = "text/csv", "application/json", "application/zip"


def pay(guide: SalaryGuide) -> Node:
    """The page of a role's pay: the occupation with the best figure of each source, and the files of all figures."""
    best = [row.figure for group in guide.by_source for row in group.rows]
    role = occupation(guide.role, **paid(*(salary(figure, list(PERCENTILES)) for figure in best)))
    files = _pay_dataset(guide)
    here = (guide.role.name, guide.path)
    web_page, way = page(SALARIES, here, name=files["name"], about=role, mainEntity=files)
    return graph(web_page, role, files, way)


def _pay_dataset(guide: SalaryGuide) -> Node:
    """Each row has the licence of its source, so the licence is the page that lists them."""
    url, name = address(guide.path), wording.heading(guide)
    bases = (figure.basis_label for figure in guide.figures if not figure.is_editorial)
    return known(
        {
            **_dataset(url, name, wording.contents(guide)),
            "license": address(reverse("sources")),
            "isBasedOn": [_work(source.name, f"{reverse('sources')}#{source.slug}") for source in guide.sources],
            "measurementTechnique": f"{address(reverse('method'))}#pay",
            "keywords": [guide.role.name, "pay", "India", *guide.cities],
            "temporalCoverage": _period(guide.figures),
            "variableMeasured": [_yearly(basis) for basis in dict.fromkeys(bases)],
            "distribution": [
                _download(reverse(f"salaries:{kind}", args=[guide.role.slug]), encoding)
                for kind, encoding in (("csv", CSV), ("json", JSON))
            ],
        }
    )


def open_data(dataset: Published | None) -> Node:
    """The page of the whole dataset; its files once it was exported."""
    path = reverse("data:about")
    catalog = _catalog()
    if dataset is None:
        web_page, way = page((catalog["name"], path))
        return graph(web_page, way)
    everything = _everything(dataset)
    web_page, way = page((catalog["name"], path), mainEntity=everything)
    return graph(web_page, everything, way)


def _everything(dataset: Published) -> Node:
    tables = dataset.package["resources"]
    files = [(dataset.archive, ZIP), *((table["path"], CSV) for table in tables), ("datapackage.json", JSON)]
    files += [(f"json/{name}", JSON) for name in dataset.catalogue_files]
    return {
        **_dataset(address(reverse("data:about")), TITLE, ABOUT),
        "license": [licence["path"] for licence in dataset.package["licenses"]],
        "version": dataset.version,
        "keywords": ["roles", "skills", "pay", "India"],
        "measurementTechnique": address(reverse("method")),
        "variableMeasured": [table["title"] for table in tables if table["name"] in MEASURED],
        "distribution": [_download(reverse("data:download", args=[name]), encoding) for name, encoding in files],
    }


def _dataset(url: str, name: str, description: str) -> Node:
    """What every dataset has."""
    return {
        "@type": "Dataset",
        "@id": f"{url}#dataset",
        "name": name,
        "description": description,
        "url": url,
        "isAccessibleForFree": True,
        "creator": organization(),
        "includedInDataCatalog": _catalog(),
        "spatialCoverage": "India",
    }


def _catalog() -> Node:
    url = address(reverse("data:about"))
    return {"@type": "DataCatalog", "@id": f"{url}#catalog", "name": "Open data", "url": url}


def _download(path: str, encoding: str) -> Node:
    return {"@type": "DataDownload", "encodingFormat": encoding, "contentUrl": address(path)}


def _work(name: str, path: str) -> Node:
    return {"@type": "CreativeWork", "name": name, "url": address(path)}


def _yearly(basis: str) -> Node:
    return {"@type": "PropertyValue", "name": basis, "unitText": "INR a year"}


def _period(figures: Iterable[PayFigure]) -> str:
    """From the first day to the last that the figures span; nothing when none is dated."""
    dated = [(figure.period_start, figure.period_end) for figure in figures if figure.period_start]
    starts, ends = [start for start, _ in dated if start], [end for _, end in dated if end]
    return f"{min(starts)}/{max(ends)}" if starts and ends else ""
