/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pack-error.h"

G_DEFINE_QUARK (accord - pack - error - quark, accord_pack_error)
