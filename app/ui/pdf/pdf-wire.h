/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf/pdf-content.h"

#include <cairo.h>

G_BEGIN_DECLS

/* More pages, larger parts of a page and longer words are not asked for or believed. */
#define ACCORD_PDF_MOST_PAGES 100000
#define ACCORD_PDF_MOST_SIDE 4096
#define ACCORD_PDF_LONGEST_WORDS 1024

/**
 * AccordPdfCommand:
 * @ACCORD_PDF_COMMAND_OPEN: open the file that comes along, with the words as its password
 * @ACCORD_PDF_COMMAND_PAGES: how large its pages are
 * @ACCORD_PDF_COMMAND_OUTLINE: its outline
 * @ACCORD_PDF_COMMAND_RENDER: a part of a page, drawn
 * @ACCORD_PDF_COMMAND_CONTENT: what stands on a page
 * @ACCORD_PDF_COMMAND_FIND: where words are on a page
 *
 * What the program that reads PDFs is asked.
 */
typedef enum
{
  ACCORD_PDF_COMMAND_OPEN,
  ACCORD_PDF_COMMAND_PAGES,
  ACCORD_PDF_COMMAND_OUTLINE,
  ACCORD_PDF_COMMAND_RENDER,
  ACCORD_PDF_COMMAND_CONTENT,
  ACCORD_PDF_COMMAND_FIND,
} AccordPdfCommand;

/**
 * AccordPdfFault:
 * @ACCORD_PDF_FAULT_NONE: it went well
 * @ACCORD_PDF_FAULT_PASSWORD: a password is needed, or another
 * @ACCORD_PDF_FAULT_DAMAGED: no PDF, or one that cannot be read
 * @ACCORD_PDF_FAULT_NO_PAGES: a PDF without pages
 * @ACCORD_PDF_FAULT_TOO_MANY_PAGES: more than %ACCORD_PDF_MOST_PAGES
 * @ACCORD_PDF_FAULT_FAILED: what was asked could not be done
 *
 * What the program that reads PDFs answers.
 */
typedef enum
{
  ACCORD_PDF_FAULT_NONE,
  ACCORD_PDF_FAULT_PASSWORD,
  ACCORD_PDF_FAULT_DAMAGED,
  ACCORD_PDF_FAULT_NO_PAGES,
  ACCORD_PDF_FAULT_TOO_MANY_PAGES,
  ACCORD_PDF_FAULT_FAILED,
} AccordPdfFault;

/**
 * AccordPdfRequest:
 * @command: an #AccordPdfCommand
 * @page: counted from 0
 * @scale: pixels for a point
 * @part: the part of the page to draw
 * @words: what is looked for, or a password
 *
 * One question.
 */
typedef struct
{
  guint32 command;
  guint32 page;
  double scale;
  cairo_rectangle_int_t part;
  char words[ACCORD_PDF_LONGEST_WORDS];
} AccordPdfRequest;

/**
 * AccordPdfReply:
 * @fault: an #AccordPdfFault
 * @size: how long what comes along is, in bytes
 *
 * One answer. What does not fit comes along as a file in memory that nobody can change any more.
 */
typedef struct
{
  guint32 fault;
  guint64 size;
} AccordPdfReply;

gboolean accord_pdf_wire_send (int socket, gconstpointer message, gsize size, int fd);
gssize accord_pdf_wire_receive (int socket, gpointer message, gsize size, int *fd);
int accord_pdf_wire_create_memory (gsize size, guchar **memory);
gboolean accord_pdf_wire_seal (int fd, guchar *memory, gsize size);
gboolean accord_pdf_wire_fix_size (int fd);
GBytes *accord_pdf_wire_map (int fd, gsize size, gboolean fixed);

GVariant *accord_pdf_wire_pack_outline (GPtrArray *headings);
GPtrArray *accord_pdf_wire_unpack_outline (GBytes *bytes);
GVariant *accord_pdf_wire_pack_content (const AccordPdfContent *content);
AccordPdfContent *accord_pdf_wire_unpack_content (GBytes *bytes);
GVariant *accord_pdf_wire_pack_hits (GPtrArray *hits);
GPtrArray *accord_pdf_wire_unpack_hits (GBytes *bytes, guint page);

#define ACCORD_PDF_PAGES_TYPE G_VARIANT_TYPE ("a(dds)")

G_END_DECLS
