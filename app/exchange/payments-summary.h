/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "payments-file.h"

G_BEGIN_DECLS

char *accord_payments_dup_title (AccordPaymentsFile *file);
char *accord_payments_dup_summary (AccordPaymentsFile *file);

G_END_DECLS
