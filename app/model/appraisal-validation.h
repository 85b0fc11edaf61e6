/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

/* Rules of the records that appraisals are made of. Each fails as accord_validation_fail() does. */

gboolean accord_validate_decimal (AccordRecord *self, const char *field, gint64 low, gint64 high,
                                  GError **error);
gboolean accord_validate_parts (AccordRecord *self, const char *const *fields, GError **error);
gboolean accord_validate_year_amounts (AccordRecord *self, const char *field, GError **error);
gboolean accord_validate_year_parts (AccordRecord *self, const char *field, GError **error);
gboolean accord_validate_price_year (AccordRecord *self, GError **error);
gboolean accord_validate_sheet (AccordRecord *self, GError **error);
gboolean accord_validate_groups (AccordRecord *self, GError **error);
gboolean accord_validate_spread (AccordRecord *self, GError **error);

G_END_DECLS
