/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "payments-import.h"
#include "payments-summary.h"
#include "sample-fixture.h"

#define PAYMENTS_HEAD "Supplier Name,Payment Date,Net Amount,Transaction Number,Body Name\n"

AccordPaymentsFile *payments_open (Sample *self, GFile *file);
AccordPaymentsResult *payments_import (Sample *self, GFile *file, gboolean update, GError **error);
void payments_assert_import (Sample *self, GFile *file, gboolean update, guint added, guint updated,
                             guint skipped, guint rejected);
gint64 payments_sum (Sample *self);
void payments_assert_undo (Sample *self, gboolean undo);
