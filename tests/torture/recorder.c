/* Notes, in order, what a program does to the files under one folder, and what it says on its
 * standard output. Loaded with LD_PRELOAD; POS_TORTURE_FOLDER is the folder, POS_TORTURE_LOG the
 * file that is written to. Each note: kind (1 byte), descriptor (4), place (8), length (4), bytes.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { MOST = 4096 };

static const char *folder;
static size_t folder_length;
static int notes = -1;
static pid_t owner;
static char watched[MOST];
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

__attribute__((constructor)) static void begin(void) {
    const char *path = getenv("POS_TORTURE_LOG");
    folder = getenv("POS_TORTURE_FOLDER");
    if (path == NULL || folder == NULL) return;
    folder_length = strlen(folder);
    notes = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND, 0600);
    owner = getpid();
}

static void note(char kind, int descriptor, int64_t place, const void *bytes, uint32_t length) {
    char head[17];
    if (notes < 0 || getpid() != owner) return;
    head[0] = kind;
    memcpy(head + 1, &descriptor, 4);
    memcpy(head + 5, &place, 8);
    memcpy(head + 13, &length, 4);
    struct iovec parts[2] = {{head, sizeof head}, {(void *)bytes, length}};
    pthread_mutex_lock(&turn);
    syscall(SYS_writev, notes, parts, 2);
    pthread_mutex_unlock(&turn);
}

static int is_ours(const char *path) {
    return notes >= 0 && path != NULL && strncmp(path, folder, folder_length) == 0 &&
           (path[folder_length] == '/' || path[folder_length] == 0);
}

static int is_watched(int descriptor) {
    return descriptor >= 0 && descriptor < MOST && watched[descriptor];
}

#define REAL(name) \
    static __typeof__(&name) real; \
    if (real == NULL) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

static int opened(int descriptor, const char *path, int flags) {
    if (descriptor >= 0 && descriptor < MOST) {
        watched[descriptor] = is_ours(path);
        if (watched[descriptor]) note('o', descriptor, flags, path, strlen(path));
    }
    return descriptor;
}

#define MODE \
    va_list more; \
    va_start(more, flags); \
    mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(more, mode_t) : 0; \
    va_end(more)

int open(const char *path, int flags, ...) {
    REAL(open);
    MODE;
    return opened(real(path, flags, mode), path, flags);
}

int open64(const char *path, int flags, ...) {
    REAL(open64);
    MODE;
    return opened(real(path, flags, mode), path, flags);
}

int openat(int at, const char *path, int flags, ...) {
    REAL(openat);
    MODE;
    return opened(real(at, path, flags, mode), path, flags);
}

int openat64(int at, const char *path, int flags, ...) {
    REAL(openat64);
    MODE;
    return opened(real(at, path, flags, mode), path, flags);
}

int close(int descriptor) {
    REAL(close);
    if (descriptor >= 0 && descriptor < MOST) watched[descriptor] = 0;
    return real(descriptor);
}

ssize_t write(int descriptor, const void *bytes, size_t length) {
    REAL(write);
    int64_t place = is_watched(descriptor) ? lseek(descriptor, 0, SEEK_CUR) : 0;
    ssize_t done = real(descriptor, bytes, length);
    if (done > 0 && is_watched(descriptor)) note('w', descriptor, place, bytes, (uint32_t)done);
    if (done > 0 && descriptor == 1) note('s', 1, 0, bytes, (uint32_t)done);
    return done;
}

ssize_t pwrite(int descriptor, const void *bytes, size_t length, off_t place) {
    REAL(pwrite);
    ssize_t done = real(descriptor, bytes, length, place);
    if (done > 0 && is_watched(descriptor)) note('w', descriptor, place, bytes, (uint32_t)done);
    return done;
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t length, off64_t place) {
    REAL(pwrite64);
    ssize_t done = real(descriptor, bytes, length, place);
    if (done > 0 && is_watched(descriptor)) note('w', descriptor, place, bytes, (uint32_t)done);
    return done;
}

int ftruncate(int descriptor, off_t length) {
    REAL(ftruncate);
    int done = real(descriptor, length);
    if (done == 0 && is_watched(descriptor)) note('t', descriptor, length, "", 0);
    return done;
}

int ftruncate64(int descriptor, off64_t length) {
    REAL(ftruncate64);
    int done = real(descriptor, length);
    if (done == 0 && is_watched(descriptor)) note('t', descriptor, length, "", 0);
    return done;
}

int fsync(int descriptor) {
    REAL(fsync);
    int done = real(descriptor);
    if (done == 0 && is_watched(descriptor)) note('f', descriptor, 0, "", 0);
    return done;
}

int fdatasync(int descriptor) {
    REAL(fdatasync);
    int done = real(descriptor);
    if (done == 0 && is_watched(descriptor)) note('f', descriptor, 0, "", 0);
    return done;
}

int rename(const char *from, const char *to) {
    REAL(rename);
    int done = real(from, to);
    if (done == 0 && is_ours(from)) {
        char both[8192];
        size_t first = strlen(from) + 1, second = strlen(to);
        if (first + second <= sizeof both) {
            memcpy(both, from, first);
            memcpy(both + first, to, second);
            note('r', -1, 0, both, (uint32_t)(first + second));
        }
    }
    return done;
}

int unlink(const char *path) {
    REAL(unlink);
    int done = real(path);
    if (done == 0 && is_ours(path)) note('u', -1, 0, path, strlen(path));
    return done;
}
