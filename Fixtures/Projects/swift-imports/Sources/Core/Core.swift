import Foundation
//     ^ external imports Foundation
import struct Dispatch.DispatchTime
//            ^ external imports Dispatch
//                     ^ external imports Dispatch.DispatchTime

public struct Core {}
