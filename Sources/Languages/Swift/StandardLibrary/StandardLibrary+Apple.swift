extension StandardLibrary {
  /// Combine: the names most referred to.
  static let combine = """
    protocol Publisher<Output, Failure> {
      associatedtype Output
      associatedtype Failure: Error
    }
    extension Publisher {
      func map<T>(_ transform: (Output) -> T) -> AnyPublisher<T, Failure>
      func compactMap<T>(_ transform: (Output) -> T?) -> AnyPublisher<T, Failure>
      func flatMap<P: Publisher>(_ transform: (Output) -> P) -> AnyPublisher<P.Output, Failure>
      func filter(_ isIncluded: (Output) -> Bool) -> AnyPublisher<Output, Failure>
      func receive<S: Scheduler>(on scheduler: S) -> AnyPublisher<Output, Failure>
      func sink(receiveValue: (Output) -> Void) -> AnyCancellable
      func sink(
        receiveCompletion: (Subscribers.Completion<Failure>) -> Void, receiveValue: (Output) -> Void) -> AnyCancellable
      func assign<Root>(to keyPath: ReferenceWritableKeyPath<Root, Output>, on object: Root) -> AnyCancellable
      func eraseToAnyPublisher() -> AnyPublisher<Output, Failure>
    }
    struct AnyPublisher<Output, Failure: Error>: Publisher { init<P: Publisher>(_ publisher: P) }
    protocol Subscriber {
      associatedtype Input
      associatedtype Failure: Error
      func receive(subscription: any Subscription)
      func receive(_ input: Input) -> Subscribers.Demand
      func receive(completion: Subscribers.Completion<Failure>)
    }
    protocol Subscription: Cancellable { func request(_ demand: Subscribers.Demand) }
    protocol Cancellable { func cancel() }
    protocol Scheduler {}
    class AnyCancellable: Cancellable, Hashable {
      init(_ cancel: () -> Void)
      func store(in set: inout Set<AnyCancellable>)
    }
    enum Subscribers {
      enum Completion<Failure: Error> {
        case finished
        case failure(Failure)
      }
      struct Demand {
        static let unlimited: Subscribers.Demand
        static let none: Subscribers.Demand
        static func max(_ value: Int) -> Subscribers.Demand
      }
    }
    protocol Subject<Output, Failure>: AnyObject, Publisher {
      func send(_ value: Output)
      func send(completion: Subscribers.Completion<Failure>)
    }
    extension Subject where Output == Void { func send() }
    class PassthroughSubject<Output, Failure: Error>: Subject { init() }
    class CurrentValueSubject<Output, Failure: Error>: Subject {
      init(_ value: Output)
      var value: Output
    }
    struct Just<Output>: Publisher {
      typealias Failure = Never
      init(_ output: Output)
    }
    struct Empty<Output, Failure: Error>: Publisher { init() }
    struct Fail<Output, Failure: Error>: Publisher { init(error: Failure) }
    class Future<Output, Failure: Error>: Publisher {
      init(_ attemptToFulfill: ((Result<Output, Failure>) -> Void) -> Void)
    }
    protocol ObservableObject: AnyObject {
      associatedtype ObjectWillChangePublisher: Publisher
      var objectWillChange: ObjectWillChangePublisher { get }
    }
    @propertyWrapper struct Published<Value> {
      init(wrappedValue: Value)
      var wrappedValue: Value
      var projectedValue: AnyPublisher<Value, Never>
    }
    """

  /// SwiftUI: the names most referred to.
  static let swiftUI = """
    protocol View {
      associatedtype Body: View
      @ViewBuilder var body: Body { get }
    }
    extension View {
      func padding(_ length: CGFloat) -> some View
      func padding() -> some View
      func frame(width: CGFloat? = nil, height: CGFloat? = nil) -> some View
      func font(_ font: Font?) -> some View
      func foregroundColor(_ color: Color?) -> some View
      func background<V: View>(_ background: V) -> some View
      func onAppear(perform action: (() -> Void)? = nil) -> some View
      func onDisappear(perform action: (() -> Void)? = nil) -> some View
      func onTapGesture(count: Int = 1, perform action: () -> Void) -> some View
      func task(priority: TaskPriority = .userInitiated, _ action: () async -> Void) -> some View
      func environmentObject<T: ObservableObject>(_ object: T) -> some View
      func navigationTitle(_ title: String) -> some View
      func modifier<T: ViewModifier>(_ modifier: T) -> some View
      func sheet<Content: View>(
        isPresented: Binding<Bool>, onDismiss: (() -> Void)? = nil, @ViewBuilder content: () -> Content) -> some View
    }
    @resultBuilder struct ViewBuilder {}
    protocol ViewModifier {
      associatedtype Body: View
      func body(content: Content) -> Body
    }
    protocol App {
      associatedtype Body: Scene
      var body: Body { get }
      init()
    }
    protocol Scene {}
    protocol Shape: View {}
    protocol PreviewProvider {
      associatedtype Previews: View
      static var previews: Previews { get }
    }
    struct WindowGroup<Content: View>: Scene { init(@ViewBuilder content: () -> Content) }
    struct Text: View {
      init(_ content: String)
      init(verbatim content: String)
    }
    struct Image: View {
      init(_ name: String)
      init(systemName: String)
    }
    struct Button<Label: View>: View {
      init(_ title: String, action: () -> Void)
      init(action: () -> Void, @ViewBuilder label: () -> Label)
    }
    struct VStack<Content: View>: View {
      init(alignment: HorizontalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> Content)
    }
    struct HStack<Content: View>: View {
      init(alignment: VerticalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> Content)
    }
    struct ZStack<Content: View>: View { init(@ViewBuilder content: () -> Content) }
    struct List<Content: View>: View {
      init(@ViewBuilder content: () -> Content)
      init<Data: RandomAccessCollection>(_ data: Data, @ViewBuilder rowContent: (Data.Element) -> Content)
    }
    struct ForEach<Data: RandomAccessCollection, Content: View>: View {
      init(_ data: Data, @ViewBuilder content: (Data.Element) -> Content)
      init<ID: Hashable>(_ data: Data, id: KeyPath<Data.Element, ID>, @ViewBuilder content: (Data.Element) -> Content)
    }
    struct NavigationLink<Label: View, Destination: View>: View {
      init(destination: Destination, @ViewBuilder label: () -> Label)
    }
    struct NavigationView<Content: View>: View { init(@ViewBuilder content: () -> Content) }
    struct NavigationStack<Content: View>: View { init(@ViewBuilder root: () -> Content) }
    struct ScrollView<Content: View>: View { init(@ViewBuilder content: () -> Content) }
    struct Section<Content: View>: View { init(@ViewBuilder content: () -> Content) }
    struct Form<Content: View>: View { init(@ViewBuilder content: () -> Content) }
    struct Group<Content: View>: View { init(@ViewBuilder content: () -> Content) }
    struct TextField: View { init(_ title: String, text: Binding<String>) }
    struct Toggle: View { init(_ title: String, isOn: Binding<Bool>) }
    struct Spacer: View { init() }
    struct Divider: View { init() }
    struct EmptyView: View { init() }
    struct AnyView: View { init<V: View>(_ view: V) }
    struct GeometryReader<Content: View>: View { init(@ViewBuilder content: (GeometryProxy) -> Content) }
    struct GeometryProxy { var size: CGSize }
    struct Color: View, Hashable {
      static let red: Color
      static let green: Color
      static let blue: Color
      static let black: Color
      static let white: Color
      static let gray: Color
      static let clear: Color
      static let primary: Color
      static let secondary: Color
      func opacity(_ opacity: Double) -> Color
    }
    struct Font: Hashable {
      static let title: Font
      static let headline: Font
      static let body: Font
      static let caption: Font
      static func system(size: CGFloat) -> Font
    }
    struct HorizontalAlignment { static let center: HorizontalAlignment }
    struct VerticalAlignment { static let center: VerticalAlignment }
    @propertyWrapper struct State<Value> {
      init(wrappedValue value: Value)
      var wrappedValue: Value
      var projectedValue: Binding<Value>
    }
    @propertyWrapper @dynamicMemberLookup struct Binding<Value> {
      init(get: () -> Value, set: (Value) -> Void)
      static func constant(_ value: Value) -> Binding<Value>
      var wrappedValue: Value
      var projectedValue: Binding<Value>
      subscript<Subject>(dynamicMember keyPath: WritableKeyPath<Value, Subject>) -> Binding<Subject>
    }
    @propertyWrapper struct ObservedObject<ObjectType: ObservableObject> { var wrappedValue: ObjectType }
    @propertyWrapper struct StateObject<ObjectType: ObservableObject> { var wrappedValue: ObjectType }
    @propertyWrapper struct EnvironmentObject<ObjectType: ObservableObject> { var wrappedValue: ObjectType }
    @propertyWrapper struct Environment<Value> {
      init(_ keyPath: KeyPath<EnvironmentValues, Value>)
      var wrappedValue: Value
    }
    @propertyWrapper struct AppStorage<Value> {
      init(wrappedValue: Value, _ key: String)
      var wrappedValue: Value
      var projectedValue: Binding<Value>
    }
    struct EnvironmentValues { init() }
    protocol EnvironmentKey {
      associatedtype Value
      static var defaultValue: Value { get }
    }
    protocol PreferenceKey {
      associatedtype Value
      static var defaultValue: Value { get }
      static func reduce(value: inout Value, nextValue: () -> Value)
    }
    """

  /// UIKit: the names most referred to.
  static let uiKit = """
    class UIResponder: NSObject {}
    class UIView: UIResponder {
      init(frame: CGRect)
      var frame: CGRect
      var bounds: CGRect
      var center: CGPoint
      var subviews: [UIView]
      var superview: UIView?
      var backgroundColor: UIColor?
      var isHidden: Bool
      var alpha: CGFloat
      var tag: Int
      func addSubview(_ view: UIView)
      func removeFromSuperview()
      func layoutSubviews()
      func setNeedsLayout()
      func setNeedsDisplay()
      class func animate(withDuration duration: TimeInterval, animations: () -> Void)
    }
    class UIViewController: UIResponder {
      var view: UIView!
      var title: String?
      var navigationController: UINavigationController?
      func viewDidLoad()
      func viewWillAppear(_ animated: Bool)
      func viewDidAppear(_ animated: Bool)
      func viewWillDisappear(_ animated: Bool)
      func viewDidDisappear(_ animated: Bool)
      func present(_ viewControllerToPresent: UIViewController, animated flag: Bool, completion: (() -> Void)? = nil)
      func dismiss(animated flag: Bool, completion: (() -> Void)? = nil)
    }
    class UINavigationController: UIViewController {
      func pushViewController(_ viewController: UIViewController, animated: Bool)
      func popViewController(animated: Bool) -> UIViewController?
    }
    class UITableViewController: UIViewController { var tableView: UITableView! }
    class UIScrollView: UIView {}
    class UITableView: UIScrollView { func reloadData() }
    class UITableViewCell: UIView {}
    class UICollectionView: UIScrollView { func reloadData() }
    class UICollectionViewCell: UIView {}
    class UIControl: UIView {}
    class UIButton: UIControl { func setTitle(_ title: String?, for state: UIControl.State) }
    class UILabel: UIView {
      var text: String?
      var font: UIFont!
      var textColor: UIColor!
    }
    class UIImageView: UIView { var image: UIImage? }
    class UITextField: UIControl { var text: String? }
    class UITextView: UIScrollView { var text: String! }
    class UIImage: NSObject { init?(named name: String) }
    class UIColor: NSObject { init(red: CGFloat, green: CGFloat, blue: CGFloat, alpha: CGFloat) }
    class UIFont: NSObject { class func systemFont(ofSize fontSize: CGFloat) -> UIFont }
    class UIWindow: UIView {}
    class UIApplication: UIResponder { class var shared: UIApplication }
    protocol UIApplicationDelegate: NSObjectProtocol {}
    protocol UITableViewDataSource: NSObjectProtocol {}
    protocol UITableViewDelegate: NSObjectProtocol {}
    class UIStoryboardSegue: NSObject {
      var identifier: String?
      var destination: UIViewController
    }
    """
}
