@main
enum KG { static func main() {} }
