import Glibc

/// Each connection is an open file, and the usual limit is about as many as we take.
enum DescriptorLimit {
  /// Lets this process have `count` open files, or as many as the system allows it.
  static func raise(to count: Int) {
    var limit = rlimit()
    guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0,
      limit.rlim_cur < rlim_t(count)
    else { return }
    limit.rlim_cur = min(rlim_t(count), limit.rlim_max)
    // Where this fails there is room for fewer connections; the server waits and accepts later.
    _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }
}
