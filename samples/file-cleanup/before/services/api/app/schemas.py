"""What requests bring and answers hold; the names of JSON are in camel case."""

from __future__ import annotations

import datetime as dt
from typing import Any

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel


class Message(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True)


class Registration(Message):
    email: str = Field(pattern=r"^[^@\s]+@[^@\s]+$", max_length=254)
    password: str = Field(min_length=8, max_length=200)
    name: str | None = None


class Login(Message):
    email: str
    password: str


class Token(Message):
    token: str
    user_id: str


class Profile(Message):
    id: str
    email: str
    name: str | None
    plan: str
    active_licenses: int
    storage_used_bytes: int
    storage_quota_bytes: int
    created_at: dt.datetime


class LicenseRequest(Message):
    max_devices: int = Field(default=1, ge=1, le=50)
    days: int | None = Field(default=None, ge=1, le=3650)


class LicenseKeyName(Message):
    key: str


class License(Message):
    key: str
    status: str
    plan: str
    max_devices: int
    devices: list[str]
    expires_at: dt.datetime | None


class LicenseState(Message):
    is_valid: bool
    reason: str | None = None
    plan: str | None = None
    owner: str | None = None


class DeviceCheck(Message):
    key: str
    device_id: str = Field(min_length=1, max_length=100)


class NewFile(Message):
    path: str
    size_bytes: int = Field(ge=0)
    mime_type: str = "application/octet-stream"
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    text: str = ""
    metadata: dict[str, Any] = Field(default_factory=dict)


class NewUpload(Message):
    label: str = Field(default="", max_length=200)
    files: list[NewFile] = Field(min_length=1, max_length=500)


class Uploaded(Message):
    id: str
    status: str
    total_bytes: int
    files: int
    cached_embeddings: int


class PreviewRequest(Message):
    upload_id: str
    threshold: float = Field(default=0.95, ge=0, le=1)


class Group(Message):
    id: str
    method: str
    similarity: float
    reclaimable_bytes: int
    paths: list[str]


class Preview(Message):
    upload_id: str
    groups: list[Group]
    reclaimable_bytes: int
