/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page/page-kind.h"

#include "appraisal/appraisal-page.h"
#include "case/case-page.h"
#include "case/document-page.h"
#include "case/review-page.h"
#include "compare/version-page.h"
#include "decision/decision-page.h"
#include "edition/edition-page.h"
#include "fund/fund-page.h"
#include "meeting/meeting-page.h"
#include "meeting/record-pages.h"
#include "partnership/body-page.h"
#include "partnership/organisation-page.h"
#include "programme/programme-page.h"
#include "room/comment-page.h"

/* The kinds whose pages answer a question of their own, each from the folder of its place. */
static const AccordPageKind *const kinds[] = {
  /* partnership */
  &accord_organisation_page_kind,
  &accord_body_page_kind,

  /* fund */
  &accord_fund_page_kind,

  /* programme */
  &accord_programme_page_kind,
  &accord_workstream_page_kind,
  &accord_risk_page_kind,
  &accord_benefit_page_kind,

  /* case */
  &accord_case_page_kind,
  &accord_document_page_kind,
  &accord_review_page_kind,
  &accord_comment_page_kind,

  /* compare */
  &accord_version_page_kind,

  /* appraisal */
  &accord_appraisal_page_kind,

  /* decision */
  &accord_decision_page_kind,

  /* edition */
  &accord_edition_page_kind,
  &accord_unit_cost_page_kind,

  /* meeting */
  &accord_meeting_page_kind,
  &accord_item_page_kind,
  &accord_resolution_page_kind,
  &accord_source_page_kind,
  &accord_action_page_kind,
  &accord_question_page_kind,
  &accord_caveat_page_kind,

  NULL,
};

/**
 * accord_page_kind_find:
 * @kind: the name of a kind
 *
 * Returns: (transfer none) (nullable): what its page shows beyond what every page does
 */
const AccordPageKind *
accord_page_kind_find (const char *kind)
{
  for (guint i = 0; kinds[i] != NULL; i++)
    if (g_strcmp0 (kinds[i]->kind, kind) == 0)
      return kinds[i];
  for (guint i = 0; accord_passage_page_kinds[i].kind != NULL; i++)
    if (g_strcmp0 (accord_passage_page_kinds[i].kind, kind) == 0)
      return &accord_passage_page_kinds[i];

  return NULL;
}

/**
 * accord_page_kind_depends_on:
 * @self: (nullable): a kind of page
 * @kind: the name of a kind
 *
 * Returns: whether a change to records of @kind may concern such a page
 */
gboolean
accord_page_kind_depends_on (const AccordPageKind *self, const char *kind)
{
  return self != NULL && self->depends != NULL && g_strv_contains (self->depends, kind);
}

/**
 * accord_page_kind_has_group:
 * @self: (nullable): a kind of page
 * @key: a way to refer to its record, by accord_related_group_dup_key()
 *
 * Returns: whether the page shows the records that do so in cards of its own
 */
gboolean
accord_page_kind_has_group (const AccordPageKind *self, const char *key)
{
  return self != NULL && self->groups != NULL && g_strv_contains (self->groups, key);
}
