import Foundation
//     ^ external imports Foundation
import struct Dispatch.DispatchTime
//            ^ external imports Dispatch

public struct Core {}
