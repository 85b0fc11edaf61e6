/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier.h"

G_BEGIN_DECLS

/**
 * AccordMergeVerdict:
 * @ACCORD_MERGE_SAME: both have the same
 * @ACCORD_MERGE_OURS: ours follows theirs
 * @ACCORD_MERGE_THEIRS: theirs follows ours, or we have no such record
 * @ACCORD_MERGE_BOTH: both were changed, to different values: a person decides
 *
 * How a field stands between two dossiers of one case.
 */
typedef enum
{
  ACCORD_MERGE_SAME,
  ACCORD_MERGE_OURS,
  ACCORD_MERGE_THEIRS,
  ACCORD_MERGE_BOTH,
} AccordMergeVerdict;

/**
 * AccordMergeChoice:
 * @ACCORD_MERGE_UNDECIDED: not yet
 * @ACCORD_MERGE_TAKE_OURS: ours stays, and theirs is dropped knowingly
 * @ACCORD_MERGE_TAKE_THEIRS: theirs
 * @ACCORD_MERGE_TAKE_OTHER: a third value that the person wrote
 */
typedef enum
{
  ACCORD_MERGE_UNDECIDED,
  ACCORD_MERGE_TAKE_OURS,
  ACCORD_MERGE_TAKE_THEIRS,
  ACCORD_MERGE_TAKE_OTHER,
} AccordMergeChoice;

/**
 * AccordMergeField:
 * @kind: the record's kind
 * @uid: the record
 * @field: the field
 * @verdict: %ACCORD_MERGE_THEIRS or %ACCORD_MERGE_BOTH
 * @base: (nullable): the value both descend from; %NULL where it is not known any more, or empty
 * @base_known: whether @base is known; see accord_dossier_merge_learn()
 * @base_revision: (nullable): the newest revision that both follow; %NULL where there is none, or where it is
 *   too long ago
 * @ours: (nullable): our value, JSON text
 * @theirs: (nullable): theirs
 * @choice: what is to happen; %ACCORD_MERGE_TAKE_THEIRS from the beginning where the verdict is
 *   %ACCORD_MERGE_THEIRS, else %ACCORD_MERGE_UNDECIDED
 * @other: (nullable): the value for %ACCORD_MERGE_TAKE_OTHER, JSON text
 *
 * A field in which theirs is not simply ours or older. Of a record that one side deleted while the other,
 * who did not know, went on with it, the field "deleted" is %ACCORD_MERGE_BOTH: a person decides whether it
 * stays. To go on with a record is to edit it, or to edit or add one that refers to it.
 */
typedef struct
{
  char *kind;
  char *uid;
  char *field;
  AccordMergeVerdict verdict;
  char *base;
  gboolean base_known;
  char *base_revision;
  char *ours;
  char *theirs;
  AccordMergeChoice choice;
  char *other;
} AccordMergeField;

/**
 * AccordDossierMerge:
 * @fields: (element-type AccordMergeField): in the order of kinds and records, those of one record together
 * @n_both: how many of them a person has to decide on
 * @n_clashes: records that theirs has under the uid of one of ours of another kind; they are left out
 * @news: whether theirs knows anything that ours does not, be it only that something was edited and changed
 *   back
 *
 * Two dossiers of one case held against each other. What a person has no part in has no entry: fields of a
 * record that is deleted on both sides, a record that is new and deleted already, edits that came to the
 * same. It is taken along by accord_dossier_merge_resolve() all the same.
 */
typedef struct
{
  const AccordDossier *ours;
  const AccordDossier *theirs;
  GPtrArray *fields;
  guint n_both;
  guint n_clashes;
  gboolean news;
  GHashTable *index;
} AccordDossierMerge;

AccordDossierMerge *accord_dossier_merge_new (const AccordDossier *ours, const AccordDossier *theirs);
void accord_dossier_merge_free (AccordDossierMerge *self);
AccordMergeField *accord_dossier_merge_find (const AccordDossierMerge *self, const char *uid,
                                             const char *field);
/* Looks in an earlier dossier of the case for what both sides descend from. */
void accord_dossier_merge_learn (AccordDossierMerge *self, const AccordDossier *earlier);
/* The outcome: every field as chosen, with the descent of both, so that neither side is asked the same again.
 * Fails with %ACCORD_PACK_ERROR_CHANGED while a field is undecided. */
AccordDossier *accord_dossier_merge_resolve (const AccordDossierMerge *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordDossierMerge, accord_dossier_merge_free)

G_END_DECLS
