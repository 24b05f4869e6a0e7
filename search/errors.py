"""The one error that the library raises for what a user can mend."""


class LibraryError(Exception):
    """The library can't be opened, read or changed. The message is one line in Chinese and names the mend."""


class NewerError(LibraryError):
    """The library was written by a later version of this program, which must not be undone by this one."""
