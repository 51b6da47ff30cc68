"""The shipped nginx configuration, rendered for a temporary folder and free ports, and run there."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.processes import free_port, running, wait_for

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ROOT / "deploy/nginx/onjob.conf"
# What nginx needs around a file of conf.d/, and a plain file beside it to be compared with.
AROUND = """
{user}
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log warn;
events {{ worker_connections 512; }}
http {{
    default_type text/html;
    {temporary}
    sendfile on;
    tcp_nopush on;
    keepalive_requests 1000000;
    {site}
    server {{
        listen 127.0.0.1:{static_port};
        root {folder}/static;
        gzip_static on;
        access_log {folder}/static.log onjob buffer=64k flush=5s;
    }}
}}
"""
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


@dataclass(frozen=True)
class Front:
    """Addresses of the site behind nginx, and of plain files that nginx serves from `folder`/static."""

    site: str
    static: str
    folder: Path

    def statuses(self) -> list[str]:
        """What the cache said of each request so far: HIT, MISS, STALE …"""
        log = self.folder / "access.log"
        return [line.split('"')[2].split()[3] for line in log.read_text().splitlines()] if log.exists() else []


def rendered(folder: Path, upstream_port: int, port: int, static_port: int, certificate: Path | None = None) -> str:
    """A whole nginx.conf. certificate: a folder with fullchain.pem and privkey.pem; without one TLS is left out."""
    site = SHIPPED.read_text(encoding="utf-8")
    site = site.replace("127.0.0.1:8000", f"127.0.0.1:{upstream_port}")
    site = site.replace("/var/cache/nginx/onjob", f"{folder}/cache").replace("/srv/onjob", str(ROOT))
    site = site.replace("/var/log/nginx/onjob.log", f"{folder}/access.log")
    site = site.replace("    listen [::]:80;\n", "").replace("    listen [::]:443 ssl http2;\n", "")
    site = site.replace("listen 80;", f"listen 127.0.0.1:{free_port()};")
    if certificate:
        site = site.replace("listen 443 ssl http2;", f"listen 127.0.0.1:{port} ssl http2;")
        site = site.replace("/etc/letsencrypt/live/jobs.example.in", str(certificate))
    else:
        site = site.replace("listen 443 ssl http2;", f"listen 127.0.0.1:{port};")
        site = re.sub(r"\n    ssl_[^;]*;", "", site)
        site = site.replace("server_name jobs.example.in;", "server_name 127.0.0.1;")
    temporary = " ".join(f"{name}_temp_path {folder}/{name};" for name in TEMPORARY)
    user = "user root;" if os.geteuid() == 0 else ""
    return AROUND.format(user=user, folder=folder, temporary=temporary, site=site, static_port=static_port)


@contextmanager
def nginx(folder: Path, upstream_port: int) -> Iterator[Front]:
    port, static_port = free_port(), free_port()
    (folder / "static").mkdir(parents=True, exist_ok=True)
    configuration = folder / "nginx.conf"
    configuration.write_text(rendered(folder, upstream_port, port, static_port), encoding="utf-8")
    with running(["nginx", "-p", str(folder), "-c", str(configuration)], folder / "nginx.out") as process:
        wait_for(f"http://127.0.0.1:{port}/healthz/", process)
        yield Front(f"http://127.0.0.1:{port}", f"http://127.0.0.1:{static_port}", folder)
