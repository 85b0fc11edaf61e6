/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier-merge.h"
#include "pack.h"
#include "trust.h"
#include "workspace.h"

G_BEGIN_DECLS

/**
 * AccordHomeSort:
 * @ACCORD_HOME_NEW: a record that is not here yet
 * @ACCORD_HOME_CHANGED: one that is here, changed there only
 * @ACCORD_HOME_BOTH: changed on both sides
 * @ACCORD_HOME_DELETED: deleted there
 */
typedef enum
{
  ACCORD_HOME_NEW,
  ACCORD_HOME_CHANGED,
  ACCORD_HOME_BOTH,
  ACCORD_HOME_DELETED,
} AccordHomeSort;

/**
 * AccordHomeItem:
 * @sort: what would happen
 * @kind: the record's kind
 * @uid: the record
 * @title: what it is called
 * @theirs_to_say: whether it speaks for the organisation that signed: its review, comments, caveats,
 * checklist and endorsement. What does not is never taken unless a person says so: its fields begin as
 * %ACCORD_MERGE_UNDECIDED, and stay as they are here, to be offered again, when they are left so
 * @speaks_for: (nullable): for what is not theirs to say, whom it speaks for; %NULL for the case itself
 * @fields: (element-type AccordMergeField): those of the merge, in the order of the kind's table
 *
 * A record that a pack would add or change.
 */
typedef struct
{
  AccordHomeSort sort;
  const AccordKind *kind;
  char *uid;
  char *title;
  gboolean theirs_to_say;
  char *speaks_for;
  GPtrArray *fields;
} AccordHomeItem;

/**
 * AccordHomecoming:
 * @business_case: the case here, or 0 where it is not here yet
 * @organisation: who signed, or 0 where they are not here yet
 * @trust: what is known of the key
 * @sentence: the same in words
 * @items: (element-type AccordHomeItem): what would change, what they say for themselves first
 * @merge: the fields with their choices, to be set by a person
 * @n_new: records that would be added
 * @n_changed: records that would change
 * @n_both: fields that a person has to decide on before anything is taken: changed on both sides, and theirs
 * to say or of the case itself
 * @n_left: items that are not theirs to say, and are left as they are here unless a person says so
 * @known: whether this pack brings nothing that is not here
 * @unasked: whether it answers a request that this workspace knows nothing of: one that was sent from another
 *   copy of it, or before it was put back from a backup, or whose sending was undone
 * @remarks: (element-type utf8): sentences on anything else worth knowing: an older version than the newest
 *   that was sent, an answer after the due date, a reference to something that is not here
 *
 * What taking a pack in would do. Nothing of it has happened.
 */
typedef struct
{
  gint64 business_case;
  gint64 organisation;
  AccordTrust trust;
  char *sentence;
  GPtrArray *items;
  AccordDossierMerge *merge;
  guint n_new;
  guint n_changed;
  guint n_both;
  guint n_left;
  gboolean known;
  gboolean unasked;
  GPtrArray *remarks;
  AccordDossier *ours;
  AccordDossier *theirs;
  AccordPublicKey *signer;
} AccordHomecoming;

/* How many fields of those that must be decided still are not. */
guint accord_homecoming_count_undecided (const AccordHomecoming *self);
/* Fails with %ACCORD_PACK_ERROR_KEY where the key is not the one that is trusted. */
AccordHomecoming *accord_homecoming_read (AccordReader *reader, AccordPack *pack, GError **error);
void accord_homecoming_free (AccordHomecoming *self);
/* Chooses for all that is undecided. What speaks for somebody else than who signed stays as it is here;
 * changes of the case itself are taken only with %ACCORD_MERGE_TAKE_THEIRS. */
void accord_homecoming_prefer (AccordHomecoming *self, AccordMergeChoice choice);
/* One change, one step to undo: the records, the pinned key where @trust_key, and the merged version. Held
 * against the workspace once more inside the change: what became of it since fails with
 * %ACCORD_PACK_ERROR_CHANGED. A pack that brings nothing new changes nothing and returns %NULL without
 * @error. */
AccordChange *accord_homecoming_apply (AccordWorkspace *workspace, AccordPack *pack, AccordHomecoming *home,
                                       gboolean trust_key, const char *who, const char *today,
                                       GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordHomecoming, accord_homecoming_free)

G_END_DECLS
