import Diagnostics
import Glibc

/// What the system said no to, in plain words.
struct SystemError: Error {
  let code: Int32

  /// The reason for the call that has just failed.
  static var last: SystemError { SystemError(code: errno) }

  /// The reason, to stand after "because".
  var reason: String {
    switch code {
    case ENOENT: "there is no such file or folder"
    case EACCES, EPERM: "you have no permission"
    case EISDIR: "it is a folder"
    case ENOTDIR: "a part of the path is a file, not a folder"
    case ENAMETOOLONG: "the path is too long"
    case ELOOP: "its links lead in a circle"
    case EROFS: "the disk is read-only"
    case ENOSPC, EDQUOT: "the disk is full"
    case EMFILE, ENFILE: "too many files are open"
    case EIO: "the disk reported a fault"
    case EINVAL: "the path is not one that the system accepts"
    default: "the system gave error \(code)"
    }
  }

  /// An error about a file: "cannot be read because ...".
  func diagnostic(_ what: String, _ path: String, help: String? = nil) -> Diagnostic {
    Diagnostic(.error, "\(what) because \(reason)", at: .file(path), help: help)
  }
}
