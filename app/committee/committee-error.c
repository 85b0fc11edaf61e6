/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "committee-error.h"

G_DEFINE_QUARK (accord_committee_error, accord_committee_error)
