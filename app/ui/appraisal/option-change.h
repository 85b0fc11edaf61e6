/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

G_BEGIN_DECLS

/**
 * AccordOptionDeed:
 * @ACCORD_OPTION_ADD: a new option of the case
 * @ACCORD_OPTION_DUPLICATE: a new one with the lines of another
 * @ACCORD_OPTION_DELETE: it goes with its lines
 * @ACCORD_OPTION_PREFER: it is the preferred one, and no other is
 * @ACCORD_OPTION_COMPARE: it is what the others are measured against, or no longer
 */
typedef enum
{
  ACCORD_OPTION_ADD,
  ACCORD_OPTION_DUPLICATE,
  ACCORD_OPTION_DELETE,
  ACCORD_OPTION_PREFER,
  ACCORD_OPTION_COMPARE,
} AccordOptionDeed;

/**
 * AccordOptionChange:
 * @deed: what is done
 * @business_case: the case
 * @option: which option, or 0
 * @name: (nullable): of a new one
 * @comparator: (nullable): the word for what it is compared as, or %NULL for not at all
 *
 * A change to the options of a case.
 */
typedef struct
{
  AccordOptionDeed deed;
  gint64 business_case;
  gint64 option;
  char *name;
  char *comparator;
} AccordOptionChange;

AccordOptionChange *accord_option_change_new (AccordOptionDeed deed, gint64 business_case, gint64 option);
void accord_option_change_free (AccordOptionChange *self);
gboolean accord_option_change_write (AccordWriter *writer, gpointer data, GError **error);
gboolean accord_appraisal_begin_write (AccordWriter *writer, gpointer data, GError **error);

G_END_DECLS
