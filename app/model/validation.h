/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

/**
 * AccordLineForm:
 * @ACCORD_LINE_UPDATE: an ISO date or `?`, then words
 * @ACCORD_LINE_ACTUAL: an ISO date, then a decimal number
 *
 * What each line of a field of dated lines holds.
 */
typedef enum
{
  ACCORD_LINE_UPDATE,
  ACCORD_LINE_ACTUAL,
} AccordLineForm;

gboolean accord_validation_fail (AccordRecord *self, const char *field, GError **error, const char *what);
gboolean accord_validate_order (AccordRecord *self, const char *from, const char *until, GError **error);
gboolean accord_validate_at_most (AccordRecord *self, const char *part, const char *whole, GError **error);
gboolean accord_validate_range (AccordRecord *self, const char *field, gint64 low, gint64 high,
                                GError **error);
gboolean accord_validate_different (AccordRecord *self, const char *one, const char *other, GError **error);
gboolean accord_validate_not_itself (AccordRecord *self, const char *field, GError **error);
gboolean accord_validate_lines (AccordRecord *self, const char *field, AccordLineForm form, GError **error);

gboolean accord_check_no_ring (AccordRecord *self, AccordReader *reader, const char *field, GError **error);

G_END_DECLS
