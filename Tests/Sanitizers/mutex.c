/* Loaded before a program with ThreadSanitizer: tells it what `Mutex` of Swift's Synchronization orders.

   Its fast paths are inlined into instrumented code, where ThreadSanitizer sees them. The slow ones, taken when two
   threads meet, are in a library that is not instrumented, and on Linux it is the kernel that hands the lock
   over: without this every value behind a contended `Mutex` is reported as a race. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>

#define CONTEXT __attribute__((swift_context))
#define SWIFT __attribute__((swiftcall))

#define LOCK_SLOW "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define UNLOCK_SLOW "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"

SWIFT void lock_slow(uint32_t thread, CONTEXT void *handle) __asm__(LOCK_SLOW);
SWIFT void unlock_slow(CONTEXT void *handle) __asm__(UNLOCK_SLOW);

/* Calls the sanitizer's function of that name, if the program has one. */
static void tell(const char *name, void *handle) {
  void (*annotate)(void *) = (void (*)(void *))dlsym(RTLD_DEFAULT, name);
  if (annotate) annotate(handle);
}

SWIFT void lock_slow(uint32_t thread, CONTEXT void *handle) {
  ((SWIFT void (*)(uint32_t, CONTEXT void *))dlsym(RTLD_NEXT, LOCK_SLOW))(thread, handle);
  tell("__tsan_acquire", handle);
}

SWIFT void unlock_slow(CONTEXT void *handle) {
  tell("__tsan_release", handle);
  ((SWIFT void (*)(CONTEXT void *))dlsym(RTLD_NEXT, UNLOCK_SLOW))(handle);
}
