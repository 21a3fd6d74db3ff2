// Reads plain files too.
#include <zlib.h>
