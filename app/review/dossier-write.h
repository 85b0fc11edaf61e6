/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier.h"
#include "writer.h"

G_BEGIN_DECLS

/**
 * AccordFreeze:
 * @sort: a version's sort: "sent", "received", "merged", "kept"
 * @stage: (nullable): the case's stage where it is not to be another
 * @dated: the day
 * @due: (nullable): when an answer is wanted
 * @sent_to: organisations it goes to
 * @n_sent_to: how many
 * @signed_by: (nullable): who signed
 * @signing_key: (nullable): with what
 * @pack: (nullable): uid of the pack
 * @note: (nullable): what else there is to say
 * @uid: (nullable): the version's own identifier, where it has one already
 * @name: (nullable): what it is called, where it has a name already
 * @number: its number where that is known already, else 0
 *
 * How a version is to be kept.
 */
typedef struct
{
  const char *sort;
  const char *stage;
  const char *dated;
  const char *due;
  const gint64 *sent_to;
  gsize n_sent_to;
  const char *signed_by;
  const char *signing_key;
  const char *pack;
  const char *note;
  const char *uid;
  const char *name;
  gint64 number;
} AccordFreeze;

/* Adds a version with @dossier as its content; its name ("Outline Business Case, version 2") and number
 * follow from the versions there are. Returns: (transfer full): the version's record. */
AccordRecord *accord_dossier_keep (AccordWriter *writer, const AccordDossier *dossier, gint64 business_case,
                                   const AccordFreeze *freeze, GError **error);
/* Makes the records of the workspace those of @dossier: adds, changes, deletes and restores, by uid. Others
 * are found by uid, code or name, or added. @before: what the workspace's records came to before (from
 * accord_dossier_read()), or %NULL where the case is not there yet. Returns: the case's number, or 0. */
gint64 accord_dossier_write (AccordWriter *writer, const AccordDossier *dossier, const AccordDossier *before,
                             GError **error);

G_END_DECLS
