#include "CIndexStore.h"

#if defined(__linux__) && (defined(__x86_64__) || defined(__aarch64__))

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#if defined(__x86_64__)
#define KG_ARCHITECTURE AUDIT_ARCH_X86_64
#else
#define KG_ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
/* The lower half of an argument; both architectures are little-endian. */
#define LOAD_ARGUMENT(n) LOAD(args[n])
#define ALLOW BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)
#define DENY BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM)
/* Denies a call. */
#define NEVER(call) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_##call, 0, 1), DENY
/* Denies a call whose argument has one of these bits. */
#define NOT_WITH(call, argument, bits)                                                             \
  BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_##call, 0, 4), LOAD_ARGUMENT(argument),                 \
      BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, (bits), 0, 1), DENY, ALLOW

enum { writing = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC };

int kg_confine(void) {
  struct sock_filter filter[] = {
      LOAD(arch),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, KG_ARCHITECTURE, 1, 0),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
      LOAD(nr),
#if defined(__x86_64__)
      /* The x32 numbers name the same calls again. */
      BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1),
      DENY,
      NOT_WITH(open, 1, writing),
      NEVER(creat),
      NEVER(fork),
      NEVER(vfork),
      NEVER(rename),
      NEVER(unlink),
      NEVER(link),
      NEVER(symlink),
      NEVER(mkdir),
      NEVER(rmdir),
      NEVER(mknod),
      NEVER(chmod),
      NEVER(chown),
      NEVER(lchown),
#endif
      NOT_WITH(openat, 2, writing),
      /* Code that is loaded already is all there is. */
      NOT_WITH(mmap, 2, PROT_EXEC),
      NOT_WITH(mprotect, 2, PROT_EXEC),
      NEVER(pkey_mprotect),
      NEVER(openat2),
      NEVER(execve),
      NEVER(execveat),
      NEVER(clone),
      NEVER(clone3),
      NEVER(renameat),
      NEVER(renameat2),
      NEVER(unlinkat),
      NEVER(linkat),
      NEVER(symlinkat),
      NEVER(mkdirat),
      NEVER(mknodat),
      NEVER(fchmod),
      NEVER(fchmodat),
      NEVER(fchown),
      NEVER(fchownat),
      NEVER(truncate),
      NEVER(ftruncate),
      NEVER(setxattr),
      NEVER(fsetxattr),
      NEVER(lsetxattr),
      NEVER(utimensat),
      NEVER(socket),
      NEVER(socketpair),
      NEVER(connect),
      NEVER(bind),
      NEVER(sendto),
      NEVER(sendmsg),
      NEVER(ptrace),
      NEVER(process_vm_writev),
      NEVER(pidfd_getfd),
      NEVER(kill),
      NEVER(mount),
      NEVER(unshare),
      NEVER(setns),
      NEVER(bpf),
      NEVER(io_uring_setup),
      NEVER(userfaultfd),
      NEVER(keyctl),
      NEVER(add_key),
      ALLOW,
  };
  struct sock_fprog program = {.len = sizeof(filter) / sizeof(filter[0]), .filter = filter};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return -1;
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0);
}

#else

int kg_confine(void) { return -1; }

#endif
