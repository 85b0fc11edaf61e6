/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader.h"

G_BEGIN_DECLS

/**
 * AccordNames:
 *
 * The uids and titles of records that others refer to, looked up once and remembered for a while: a list of a
 * million payments from three funds asks three times. Bounded; lives no longer than its reader.
 */
typedef struct _AccordNames AccordNames;

/**
 * AccordName:
 * @uid: the record's uid, or %NULL when there is no such record
 * @title: what it is called
 */
typedef struct
{
  char *uid;
  char *title;
} AccordName;

AccordNames *accord_names_new (AccordReader *reader);
void accord_names_free (AccordNames *self);
const AccordName *accord_names_get (AccordNames *self, const char *kind, gint64 id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordNames, accord_names_free)

G_END_DECLS
