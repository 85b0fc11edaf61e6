/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "record.h"

G_BEGIN_DECLS

/* Values of records as the JSON text that a dossier has them in. */

/* Of a field that refers to nothing; %NULL for an empty one. */
char *accord_dossier_value_dup (AccordRecord *record, guint field);
/* Of references, from the uids; %NULL for none. @several: whether the field holds a list. */
char *accord_dossier_value_dup_references (GPtrArray *uids, gboolean several);
/* The text of a value that is one string; %NULL for any other. */
char *accord_dossier_value_dup_text (const char *value);
/* The uids that a value of a reference field names, in their order; %NULL where it is no such value. */
GPtrArray *accord_dossier_value_get_references (const char *value, gboolean several);
/* Whether a value is one that such a field can have. */
gboolean accord_dossier_value_fits (const AccordField *field, const char *value);
/* Puts a value into a field that refers to nothing; %FALSE where it is of another type. */
gboolean accord_dossier_value_put (AccordRecord *record, guint field, const char *value);

G_END_DECLS
