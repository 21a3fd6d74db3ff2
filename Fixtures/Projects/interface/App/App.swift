class BaseController: UIViewController {
  @IBOutlet var title: UILabel!
}

class FirstController: BaseController {
  @IBOutlet weak var badge: BadgeLabel!
  @IBAction func tap(_ sender: Any) {}
  func close(_ sender: Any) {}
}

extension FirstController {
  @IBOutlet var allbuttons: [UIButton]! { get { [] } set {} }
  @IBAction func show(sender: Any, event: UIEvent) {}
  @IBAction func back(_ segue: UIStoryboardSegue) {}
}

class BadgeLabel: UILabel {
  @IBInspectable var tint: UIColor = .red
}

@objc(Renamed) class Modern: NSObject {
  @IBAction func back(_ segue: UIStoryboardSegue) {}
}

class SceneDelegate: UIResponder {}
