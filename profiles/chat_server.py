"""A language model behind any server that speaks OpenAI's protocol, as LLM_URL names it."""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings

from profiles.advice.suggestions import ModelError

PATIENCE = 20.0  # seconds, from asking to the last byte
MOST_BYTES = 200_000


@dataclass(frozen=True, slots=True)
class ChatServer:
    """url: up to /v1; patience in seconds."""

    url: str
    model: str
    key: str = ""
    patience: float = PATIENCE

    @property
    def host(self) -> str:
        """As people are told where their lines go."""
        return urlsplit(self.url).hostname or self.url

    def complete(self, instruction: str, content: str, schema: Mapping[str, object]) -> str:
        """ModelError for whatever goes wrong; nothing of what was sent or answered is logged."""
        import httpx  # ten megabytes, for sites with a model alone

        asked = {
            "model": self.model,
            "temperature": 0,
            "messages": [{"role": "system", "content": instruction}, {"role": "user", "content": content}],
            "response_format": {
                "type": "json_schema",
                "json_schema": {"name": "lines", "strict": True, "schema": schema},
            },
        }
        try:
            answer = json.loads(self._post(asked))["choices"][0]["message"]["content"]
        except (httpx.HTTPError, httpx.InvalidURL, ValueError, LookupError, TypeError, RecursionError):
            raise ModelError("The language model gave no answer.") from None
        if not isinstance(answer, str):
            raise ModelError("The language model gave no text.")
        return answer

    def _post(self, asked: Mapping[str, object]) -> bytes:
        """No proxy of the environment and no redirect: what is sent goes to this server alone."""
        import httpx

        until = time.monotonic() + self.patience
        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        with (
            httpx.Client(timeout=self.patience, trust_env=False, follow_redirects=False) as client,
            client.stream("POST", f"{self.url}/chat/completions", json=asked, headers=headers) as response,
        ):
            if response.status_code != httpx.codes.OK:
                raise ModelError("The language model refused.")
            body = bytearray()
            for part in response.iter_bytes():
                body += part
                if len(body) > MOST_BYTES or time.monotonic() > until:
                    raise ModelError("The language model said too much, or took too long.")
        return bytes(body)


def chat_server() -> ChatServer | None:
    """The one of the settings; None where there is none, as by default."""
    return ChatServer(settings.LLM_URL, settings.LLM_MODEL, settings.LLM_KEY) if settings.LLM_URL else None
