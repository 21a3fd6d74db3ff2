extension StandardLibrary {
  /// The C library, as far as Swift code usually calls it, and the mathematical functions.
  static let cLibrary = """
    typealias FILE = OpaquePointer
    typealias size_t = Int
    typealias ssize_t = Int
    typealias off_t = Int
    typealias pid_t = Int32
    typealias time_t = Int
    typealias mode_t = UInt32
    typealias socklen_t = UInt32
    struct timespec {
      init()
      init(tv_sec: Int, tv_nsec: Int)
      var tv_sec: Int
      var tv_nsec: Int
    }
    struct timeval {
      init()
      init(tv_sec: Int, tv_usec: Int)
      var tv_sec: Int
      var tv_usec: Int
    }
    struct tm {
      init()
      var tm_sec: Int32
      var tm_min: Int32
      var tm_hour: Int32
      var tm_mday: Int32
      var tm_mon: Int32
      var tm_year: Int32
      var tm_wday: Int32
      var tm_yday: Int32
      var tm_isdst: Int32
      var tm_gmtoff: Int
    }
    struct stat {
      init()
      var st_mode: UInt32
      var st_size: Int
      var st_dev: UInt
      var st_ino: UInt
      var st_mtim: timespec
    }
    struct dirent { init() }
    struct termios { init() }
    struct pollfd {
      init()
      init(fd: Int32, events: Int16, revents: Int16)
      var fd: Int32
      var events: Int16
      var revents: Int16
    }
    struct msghdr { init() }
    struct sigaction { init() }
    struct sigset_t { init() }
    typealias pthread_t = UInt
    typealias pthread_key_t = UInt32
    typealias in_port_t = UInt16
    typealias sa_family_t = UInt16
    typealias clockid_t = Int32
    struct pthread_attr_t { init() }
    struct pthread_mutexattr_t { init() }
    struct pthread_rwlock_t { init() }
    struct pthread_mutex_t { init() }
    struct pthread_cond_t { init() }
    struct sockaddr { init() }
    struct sockaddr_in { init() }
    struct sockaddr_in6 { init() }
    struct sockaddr_un { init() }
    struct sockaddr_storage { init() }
    struct addrinfo { init() }
    struct in_addr {
      init()
      init(s_addr: UInt32)
      var s_addr: UInt32
    }
    struct in6_addr { init() }
    struct iovec {
      init()
      init(iov_base: UnsafeMutableRawPointer!, iov_len: Int)
      var iov_base: UnsafeMutableRawPointer!
      var iov_len: Int
    }
    struct rlimit { init() }
    struct rusage { init() }
    struct winsize {
      init()
      var ws_row: UInt16
      var ws_col: UInt16
    }
    var errno: Int32
    var stdin: UnsafeMutablePointer<FILE>!
    var stdout: UnsafeMutablePointer<FILE>!
    var stderr: UnsafeMutablePointer<FILE>!
    var EXIT_SUCCESS: Int32
    var EXIT_FAILURE: Int32
    var STDIN_FILENO: Int32
    var STDOUT_FILENO: Int32
    var STDERR_FILENO: Int32
    var ENOENT: Int32
    var EINTR: Int32
    var EAGAIN: Int32
    var EEXIST: Int32
    var EINVAL: Int32
    var EPERM: Int32
    var EACCES: Int32
    var SIGINT: Int32
    var SIGTERM: Int32
    var SIGKILL: Int32
    var SIGPIPE: Int32
    var O_RDONLY: Int32
    var O_WRONLY: Int32
    var O_RDWR: Int32
    var O_CREAT: Int32
    var O_TRUNC: Int32
    var AF_INET: Int32
    var AF_INET6: Int32
    var AF_UNIX: Int32
    func exit(_ status: Int32) -> Never
    func abort() -> Never
    func atexit(_ function: () -> Void) -> Int32
    func getenv(_ name: UnsafePointer<CChar>!) -> UnsafeMutablePointer<CChar>!
    func setenv(_ name: UnsafePointer<CChar>!, _ value: UnsafePointer<CChar>!, _ replace: Int32) -> Int32
    func unsetenv(_ name: UnsafePointer<CChar>!) -> Int32
    func malloc(_ size: Int) -> UnsafeMutableRawPointer!
    func calloc(_ count: Int, _ size: Int) -> UnsafeMutableRawPointer!
    func realloc(_ pointer: UnsafeMutableRawPointer!, _ size: Int) -> UnsafeMutableRawPointer!
    func free(_ pointer: UnsafeMutableRawPointer!)
    func memcpy(
      _ destination: UnsafeMutableRawPointer!, _ source: UnsafeRawPointer!, _ count: Int) -> UnsafeMutableRawPointer!
    func memmove(
      _ destination: UnsafeMutableRawPointer!, _ source: UnsafeRawPointer!, _ count: Int) -> UnsafeMutableRawPointer!
    func memset(_ destination: UnsafeMutableRawPointer!, _ byte: Int32, _ count: Int) -> UnsafeMutableRawPointer!
    func memcmp(_ left: UnsafeRawPointer!, _ right: UnsafeRawPointer!, _ count: Int) -> Int32
    func memchr(_ pointer: UnsafeRawPointer!, _ byte: Int32, _ count: Int) -> UnsafeMutableRawPointer!
    func strlen(_ string: UnsafePointer<CChar>!) -> Int
    func strcmp(_ left: UnsafePointer<CChar>!, _ right: UnsafePointer<CChar>!) -> Int32
    func strncmp(_ left: UnsafePointer<CChar>!, _ right: UnsafePointer<CChar>!, _ count: Int) -> Int32
    func strdup(_ string: UnsafePointer<CChar>!) -> UnsafeMutablePointer<CChar>!
    func strerror(_ code: Int32) -> UnsafeMutablePointer<CChar>!
    func strtol(
      _ text: UnsafePointer<CChar>!, _ end: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>!, _ base: Int32) -> Int
    func strtod(
      _ text: UnsafePointer<CChar>!, _ end: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>!) -> Double
    func atoi(_ text: UnsafePointer<CChar>!) -> Int32
    func fopen(_ path: UnsafePointer<CChar>!, _ modes: UnsafePointer<CChar>!) -> UnsafeMutablePointer<FILE>!
    func fclose(_ stream: UnsafeMutablePointer<FILE>!) -> Int32
    func fflush(_ stream: UnsafeMutablePointer<FILE>!) -> Int32
    func fputs(_ text: UnsafePointer<CChar>!, _ stream: UnsafeMutablePointer<FILE>!) -> Int32
    func fputc(_ character: Int32, _ stream: UnsafeMutablePointer<FILE>!) -> Int32
    func fread(
      _ pointer: UnsafeMutableRawPointer!, _ size: Int, _ count: Int, _ stream: UnsafeMutablePointer<FILE>!) -> Int
    func fwrite(
      _ pointer: UnsafeRawPointer!, _ size: Int, _ count: Int, _ stream: UnsafeMutablePointer<FILE>!) -> Int
    func setvbuf(
      _ stream: UnsafeMutablePointer<FILE>!, _ buffer: UnsafeMutablePointer<CChar>!, _ modes: Int32, _ size: Int) -> Int32
    func puts(_ text: UnsafePointer<CChar>!) -> Int32
    func putchar(_ character: Int32) -> Int32
    func perror(_ text: UnsafePointer<CChar>!)
    func vsnprintf(
      _ buffer: UnsafeMutablePointer<CChar>!, _ count: Int, _ format: UnsafePointer<CChar>!, _ arguments: CVaListPointer)
      -> Int32
    func open(_ path: UnsafePointer<CChar>!, _ flags: Int32) -> Int32
    func open(_ path: UnsafePointer<CChar>!, _ flags: Int32, _ mode: mode_t) -> Int32
    func close(_ descriptor: Int32) -> Int32
    func read(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer!, _ count: Int) -> Int
    func write(_ descriptor: Int32, _ buffer: UnsafeRawPointer!, _ count: Int) -> Int
    func pread(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer!, _ count: Int, _ offset: off_t) -> Int
    func pwrite(_ descriptor: Int32, _ buffer: UnsafeRawPointer!, _ count: Int, _ offset: off_t) -> Int
    func lseek(_ descriptor: Int32, _ offset: off_t, _ whence: Int32) -> off_t
    func fsync(_ descriptor: Int32) -> Int32
    func ftruncate(_ descriptor: Int32, _ length: off_t) -> Int32
    func dup(_ descriptor: Int32) -> Int32
    func dup2(_ from: Int32, _ to: Int32) -> Int32
    func pipe(_ descriptors: UnsafeMutablePointer<Int32>!) -> Int32
    func fcntl(_ descriptor: Int32, _ command: Int32) -> Int32
    func fcntl(_ descriptor: Int32, _ command: Int32, _ value: Int32) -> Int32
    func ioctl(_ descriptor: Int32, _ request: UInt, _ value: UnsafeMutableRawPointer) -> Int32
    func stat(_ path: UnsafePointer<CChar>!, _ buffer: UnsafeMutablePointer<stat>!) -> Int32
    func lstat(_ path: UnsafePointer<CChar>!, _ buffer: UnsafeMutablePointer<stat>!) -> Int32
    func fstat(_ descriptor: Int32, _ buffer: UnsafeMutablePointer<stat>!) -> Int32
    func mkdir(_ path: UnsafePointer<CChar>!, _ mode: mode_t) -> Int32
    func rmdir(_ path: UnsafePointer<CChar>!) -> Int32
    func unlink(_ path: UnsafePointer<CChar>!) -> Int32
    func rename(_ old: UnsafePointer<CChar>!, _ new: UnsafePointer<CChar>!) -> Int32
    func access(_ path: UnsafePointer<CChar>!, _ mode: Int32) -> Int32
    func chmod(_ path: UnsafePointer<CChar>!, _ mode: mode_t) -> Int32
    func chdir(_ path: UnsafePointer<CChar>!) -> Int32
    func getcwd(_ buffer: UnsafeMutablePointer<CChar>!, _ size: Int) -> UnsafeMutablePointer<CChar>!
    func realpath(
      _ path: UnsafePointer<CChar>!, _ resolved: UnsafeMutablePointer<CChar>!) -> UnsafeMutablePointer<CChar>!
    func mmap(
      _ address: UnsafeMutableRawPointer!, _ length: Int, _ protection: Int32, _ flags: Int32, _ descriptor: Int32,
      _ offset: off_t) -> UnsafeMutableRawPointer!
    func munmap(_ address: UnsafeMutableRawPointer!, _ length: Int) -> Int32
    func isatty(_ descriptor: Int32) -> Int32
    func getpid() -> pid_t
    func getuid() -> UInt32
    func kill(_ process: pid_t, _ signal: Int32) -> Int32
    func waitpid(_ process: pid_t, _ status: UnsafeMutablePointer<Int32>!, _ options: Int32) -> pid_t
    func signal(_ signal: Int32, _ handler: ((Int32) -> Void)!) -> ((Int32) -> Void)!
    func sleep(_ seconds: UInt32) -> UInt32
    func usleep(_ microseconds: UInt32) -> Int32
    func time(_ result: UnsafeMutablePointer<time_t>!) -> time_t
    func clock_gettime(_ clock: Int32, _ result: UnsafeMutablePointer<timespec>!) -> Int32
    func gettimeofday(_ result: UnsafeMutablePointer<timeval>!, _ zone: UnsafeMutableRawPointer!) -> Int32
    func localtime_r(_ time: UnsafePointer<time_t>!, _ result: UnsafeMutablePointer<tm>!) -> UnsafeMutablePointer<tm>!
    func gmtime_r(_ time: UnsafePointer<time_t>!, _ result: UnsafeMutablePointer<tm>!) -> UnsafeMutablePointer<tm>!
    func socket(_ domain: Int32, _ type: Int32, _ protocol: Int32) -> Int32
    func bind(_ descriptor: Int32, _ address: UnsafePointer<sockaddr>!, _ length: socklen_t) -> Int32
    func listen(_ descriptor: Int32, _ backlog: Int32) -> Int32
    func accept(
      _ descriptor: Int32, _ address: UnsafeMutablePointer<sockaddr>!, _ length: UnsafeMutablePointer<socklen_t>!) -> Int32
    func connect(_ descriptor: Int32, _ address: UnsafePointer<sockaddr>!, _ length: socklen_t) -> Int32
    func send(_ descriptor: Int32, _ buffer: UnsafeRawPointer!, _ count: Int, _ flags: Int32) -> Int
    func recv(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer!, _ count: Int, _ flags: Int32) -> Int
    func htons(_ value: UInt16) -> UInt16
    func ntohs(_ value: UInt16) -> UInt16
    func pthread_self() -> UInt
    func pthread_mutex_init(_ mutex: UnsafeMutablePointer<pthread_mutex_t>!, _ attributes: OpaquePointer?) -> Int32
    func pthread_mutex_lock(_ mutex: UnsafeMutablePointer<pthread_mutex_t>!) -> Int32
    func pthread_mutex_trylock(_ mutex: UnsafeMutablePointer<pthread_mutex_t>!) -> Int32
    func pthread_mutex_unlock(_ mutex: UnsafeMutablePointer<pthread_mutex_t>!) -> Int32
    func pthread_mutex_destroy(_ mutex: UnsafeMutablePointer<pthread_mutex_t>!) -> Int32
    func pthread_cond_wait(
      _ condition: UnsafeMutablePointer<pthread_cond_t>!, _ mutex: UnsafeMutablePointer<pthread_mutex_t>!) -> Int32
    func pthread_cond_signal(_ condition: UnsafeMutablePointer<pthread_cond_t>!) -> Int32
    func pthread_cond_broadcast(_ condition: UnsafeMutablePointer<pthread_cond_t>!) -> Int32
    func pthread_cond_init(_ condition: UnsafeMutablePointer<pthread_cond_t>!, _ attributes: OpaquePointer?) -> Int32
    func pthread_cond_destroy(_ condition: UnsafeMutablePointer<pthread_cond_t>!) -> Int32
    func pthread_mutexattr_init(_ attributes: UnsafeMutablePointer<pthread_mutexattr_t>!) -> Int32
    func pthread_mutexattr_settype(_ attributes: UnsafeMutablePointer<pthread_mutexattr_t>!, _ kind: Int32) -> Int32
    func pthread_mutexattr_destroy(_ attributes: UnsafeMutablePointer<pthread_mutexattr_t>!) -> Int32
    func pthread_rwlock_init(_ lock: UnsafeMutablePointer<pthread_rwlock_t>!, _ attributes: OpaquePointer?) -> Int32
    func pthread_rwlock_rdlock(_ lock: UnsafeMutablePointer<pthread_rwlock_t>!) -> Int32
    func pthread_rwlock_wrlock(_ lock: UnsafeMutablePointer<pthread_rwlock_t>!) -> Int32
    func pthread_rwlock_unlock(_ lock: UnsafeMutablePointer<pthread_rwlock_t>!) -> Int32
    func pthread_rwlock_destroy(_ lock: UnsafeMutablePointer<pthread_rwlock_t>!) -> Int32
    func pthread_key_create(
      _ key: UnsafeMutablePointer<pthread_key_t>!, _ destructor: ((UnsafeMutableRawPointer?) -> Void)!) -> Int32
    func pthread_getspecific(_ key: pthread_key_t) -> UnsafeMutableRawPointer!
    func pthread_setspecific(_ key: pthread_key_t, _ pointer: UnsafeRawPointer!) -> Int32
    func pthread_equal(_ left: pthread_t, _ right: pthread_t) -> Int32
    func pthread_join(
      _ thread: pthread_t, _ result: UnsafeMutablePointer<UnsafeMutableRawPointer?>!) -> Int32
    func getaddrinfo(
      _ name: UnsafePointer<CChar>!, _ service: UnsafePointer<CChar>!, _ hints: UnsafePointer<addrinfo>!,
      _ result: UnsafeMutablePointer<UnsafeMutablePointer<addrinfo>?>!) -> Int32
    func freeaddrinfo(_ list: UnsafeMutablePointer<addrinfo>!)
    func gai_strerror(_ code: Int32) -> UnsafePointer<CChar>!
    func inet_pton(_ family: Int32, _ text: UnsafePointer<CChar>!, _ result: UnsafeMutableRawPointer!) -> Int32
    func inet_ntop(
      _ family: Int32, _ address: UnsafeRawPointer!, _ text: UnsafeMutablePointer<CChar>!, _ length: socklen_t)
      -> UnsafePointer<CChar>!
    func setsockopt(
      _ descriptor: Int32, _ level: Int32, _ name: Int32, _ value: UnsafeRawPointer!, _ length: socklen_t) -> Int32
    func getsockname(
      _ descriptor: Int32, _ address: UnsafeMutablePointer<sockaddr>!, _ length: UnsafeMutablePointer<socklen_t>!)
      -> Int32
    func shutdown(_ descriptor: Int32, _ how: Int32) -> Int32
    func poll(_ descriptors: UnsafeMutablePointer<pollfd>!, _ count: UInt, _ timeout: Int32) -> Int32
    func opendir(_ path: UnsafePointer<CChar>!) -> OpaquePointer!
    func fdopendir(_ descriptor: Int32) -> OpaquePointer!
    func readdir(_ folder: OpaquePointer!) -> UnsafeMutablePointer<dirent>!
    func closedir(_ folder: OpaquePointer!) -> Int32
    func openat(_ descriptor: Int32, _ path: UnsafePointer<CChar>!, _ flags: Int32) -> Int32
    func openat(_ descriptor: Int32, _ path: UnsafePointer<CChar>!, _ flags: Int32, _ mode: mode_t) -> Int32
    func unlinkat(_ descriptor: Int32, _ path: UnsafePointer<CChar>!, _ flags: Int32) -> Int32
    func mkdirat(_ descriptor: Int32, _ path: UnsafePointer<CChar>!, _ mode: mode_t) -> Int32
    func link(_ from: UnsafePointer<CChar>!, _ to: UnsafePointer<CChar>!) -> Int32
    func symlink(_ from: UnsafePointer<CChar>!, _ to: UnsafePointer<CChar>!) -> Int32
    func readlink(_ path: UnsafePointer<CChar>!, _ buffer: UnsafeMutablePointer<CChar>!, _ size: Int) -> Int
    func fchmod(_ descriptor: Int32, _ mode: mode_t) -> Int32
    func fdatasync(_ descriptor: Int32) -> Int32
    func futimens(_ descriptor: Int32, _ times: UnsafePointer<timespec>!) -> Int32
    func localtime(_ time: UnsafePointer<time_t>!) -> UnsafeMutablePointer<tm>!
    func gmtime(_ time: UnsafePointer<time_t>!) -> UnsafeMutablePointer<tm>!
    func mktime(_ time: UnsafeMutablePointer<tm>!) -> time_t
    func strftime(
      _ text: UnsafeMutablePointer<CChar>!, _ size: Int, _ format: UnsafePointer<CChar>!, _ time: UnsafePointer<tm>!) -> Int
    func nanosleep(_ duration: UnsafePointer<timespec>!, _ rest: UnsafeMutablePointer<timespec>!) -> Int32
    func strchr(_ text: UnsafePointer<CChar>!, _ character: Int32) -> UnsafeMutablePointer<CChar>!
    func strstr(_ text: UnsafePointer<CChar>!, _ part: UnsafePointer<CChar>!) -> UnsafeMutablePointer<CChar>!
    func strcasecmp(_ left: UnsafePointer<CChar>!, _ right: UnsafePointer<CChar>!) -> Int32
    func fileno(_ stream: UnsafeMutablePointer<FILE>!) -> Int32
    func feof(_ stream: UnsafeMutablePointer<FILE>!) -> Int32
    func ferror(_ stream: UnsafeMutablePointer<FILE>!) -> Int32
    func fgets(
      _ text: UnsafeMutablePointer<CChar>!, _ size: Int32, _ stream: UnsafeMutablePointer<FILE>!)
      -> UnsafeMutablePointer<CChar>!
    func fseek(_ stream: UnsafeMutablePointer<FILE>!, _ offset: Int, _ whence: Int32) -> Int32
    func ftell(_ stream: UnsafeMutablePointer<FILE>!) -> Int
    func rewind(_ stream: UnsafeMutablePointer<FILE>!)
    func getppid() -> pid_t
    func geteuid() -> UInt32
    func setsid() -> pid_t
    func umask(_ mask: mode_t) -> mode_t
    func arc4random() -> UInt32
    func rand() -> Int32
    func srand(_ seed: UInt32)
    func qsort(
      _ base: UnsafeMutableRawPointer!, _ count: Int, _ size: Int,
      _ compare: ((UnsafeRawPointer?, UnsafeRawPointer?) -> Int32)!)
    func sysconf(_ name: Int32) -> Int
    func getpagesize() -> Int32
    func dlopen(_ path: UnsafePointer<CChar>!, _ mode: Int32) -> UnsafeMutableRawPointer!
    func dlsym(_ handle: UnsafeMutableRawPointer!, _ name: UnsafePointer<CChar>!) -> UnsafeMutableRawPointer!
    func isalpha(_ character: Int32) -> Int32
    func isdigit(_ character: Int32) -> Int32
    func isspace(_ character: Int32) -> Int32
    func tolower(_ character: Int32) -> Int32
    func toupper(_ character: Int32) -> Int32
    func sqrt<T: FloatingPoint>(_ x: T) -> T
    func floor<T: FloatingPoint>(_ x: T) -> T
    func ceil<T: FloatingPoint>(_ x: T) -> T
    func round<T: FloatingPoint>(_ x: T) -> T
    func trunc<T: FloatingPoint>(_ x: T) -> T
    func fabs<T: FloatingPoint>(_ x: T) -> T
    func fmod<T: FloatingPoint>(_ x: T, _ y: T) -> T
    func fma<T: FloatingPoint>(_ x: T, _ y: T, _ z: T) -> T
    func pow(_ x: Double, _ y: Double) -> Double
    func exp(_ x: Double) -> Double
    func exp2(_ x: Double) -> Double
    func log(_ x: Double) -> Double
    func log2(_ x: Double) -> Double
    func log10(_ x: Double) -> Double
    func log1p(_ x: Double) -> Double
    func sin(_ x: Double) -> Double
    func cos(_ x: Double) -> Double
    func tan(_ x: Double) -> Double
    func asin(_ x: Double) -> Double
    func acos(_ x: Double) -> Double
    func atan(_ x: Double) -> Double
    func atan2(_ y: Double, _ x: Double) -> Double
    func sinh(_ x: Double) -> Double
    func cosh(_ x: Double) -> Double
    func tanh(_ x: Double) -> Double
    func cbrt(_ x: Double) -> Double
    func hypot(_ x: Double, _ y: Double) -> Double
    """
}
