/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "net-error.h"

G_DEFINE_QUARK (accord_net_error, accord_net_error)
