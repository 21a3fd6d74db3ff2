/// Tells files that hold credentials by their well-known names. They are not read.
enum CredentialFiles {
  private static let names = Set(
    [
      ".netrc", "_netrc", ".npmrc", ".pypirc", ".htpasswd", ".pgpass", ".git-credentials", "id_rsa", "id_dsa",
      "id_ecdsa", "id_ed25519", "GoogleService-Info.plist", "google-services.json", "kubeconfig",
    ].map { Array($0.utf8) })

  private static let extensions = Set(
    ["pem", "key", "p8", "p12", "pfx", "ppk", "jks", "keystore", "keychain", "mobileprovision", "kdbx"]
      .map { Array($0.utf8) })

  /// - Parameter name: the last component of a path.
  static func contain(_ name: ArraySlice<UInt8>) -> Bool {
    if names.contains(Array(name)) || name.starts(with: ".env".utf8) { return true }
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return false }
    return extensions.contains(Array(name[(dot + 1)...]))
  }
}
