import Foundation

/// Whether the tests, and so the program that they start, were built with a sanitizer: that makes them several times
/// slower.
public enum Sanitizer {
  /// True under AddressSanitizer and ThreadSanitizer.
  public static let isOn = ["__asan_init", "__tsan_init"].contains { name in
    guard let program = dlopen(nil, RTLD_NOW) else { return false }
    defer { dlclose(program) }
    return dlsym(program, name) != nil
  }
}
