/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seal-error.h"

G_DEFINE_QUARK (accord - seal - error - quark, accord_seal_error)
