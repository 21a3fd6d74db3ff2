import Foundation
import Testing

/// With which sanitizer the tests, and so the program that they start, were built. They are several times slower then.
public enum Sanitizer {
  /// True under AddressSanitizer and ThreadSanitizer.
  public static let isOn = has("__asan_init") || hasThreads
  /// True under ThreadSanitizer.
  public static let hasThreads = has("__tsan_init")

  private static func has(_ symbol: String) -> Bool {
    guard let program = dlopen(nil, RTLD_NOW) else { return false }
    defer { dlclose(program) }
    return dlsym(program, symbol) != nil
  }
}

extension Trait where Self == ConditionTrait {
  /// For tests of a program whose address space is limited.
  public static var limitsAddresses: Self {
    .disabled(if: Sanitizer.isOn, "a sanitizer reserves terabytes of addresses")
  }

  /// For tests of a program whose files are limited in size.
  public static var limitsFiles: Self {
    .disabled(if: Sanitizer.hasThreads, "ThreadSanitizer keeps what it knows of constants in a file")
  }
}
