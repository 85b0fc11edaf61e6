/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange-error.h"

G_DEFINE_QUARK (accord_exchange_error, accord_exchange_error)
