"""The one error that the library raises for what a user can mend, and the reasons of the system in Chinese."""

from __future__ import annotations

import errno
import sqlite3


class LibraryError(Exception):
    """The library can't be opened, read or changed. The message is one line in Chinese and names the mend."""


class NewerError(LibraryError):
    """The library was written by a later version of this program, which must not be undone by this one."""


REASONS = {
    errno.ENOENT: "找不到文件",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EISDIR: "这是文件夹，不是文件",
    errno.EEXIST: "同名的文件已存在",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘只读",
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "磁盘已满（用完了配额）",
    errno.EFBIG: "磁盘已满（超过了允许的文件大小）",
    errno.EADDRINUSE: "端口已被占用",
    errno.EADDRNOTAVAIL: "本机没有这个地址",
}


DATABASE = {
    sqlite3.SQLITE_READONLY: "没有写入权限",
    sqlite3.SQLITE_CANTOPEN: "没有权限，或文件夹不可写",
    sqlite3.SQLITE_FULL: "磁盘已满",
    sqlite3.SQLITE_IOERR: "磁盘读写出错",
    sqlite3.SQLITE_BUSY: "正被别的程序占用",
    sqlite3.SQLITE_LOCKED: "正被别的程序占用",
    sqlite3.SQLITE_CORRUPT: "文件已损坏",
    sqlite3.SQLITE_NOTADB: "文件已损坏",
}


def reason(error: OSError | sqlite3.Error) -> str:
    """Return in Chinese why the system, or a database, refused; in its own words where that is none of the usual reasons."""
    if isinstance(error, OSError):
        return REASONS.get(error.errno or 0, error.strerror or str(error))
    # Errors that Python's own side of the database raises bear no code.
    return DATABASE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, str(error))
