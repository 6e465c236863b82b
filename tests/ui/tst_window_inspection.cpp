// The inspection of the windows sees the faults that it is there for.
#include <QHBoxLayout>
#include <QLabel>
#include <QMainWindow>
#include <QMenuBar>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>

#include "tests/ui/screenshots/window_inspection.h"

namespace {

struct Scene {
    QMainWindow window;
    QWidget *content = new QWidget;
    QHBoxLayout *row = new QHBoxLayout(content);
    QPushButton *first = new QPushButton(QStringLiteral("First"), content);
    QPushButton *second = new QPushButton(QStringLiteral("Second"), content);

    Scene()
    {
        window.setCentralWidget(content);
        row->addWidget(first);
        row->addWidget(second);
        window.resize(500, 200);
    }
    QString faults()
    {
        window.show();
        QApplication::processEvents();
        return screenshots::inspectWindow(window, false).join(QLatin1Char('\n'));
    }
    // As a layout does not, but a widget of a fixed size in too little space.
    QString faultsWithSecondAt(const QRect &place)
    {
        window.show();
        QApplication::processEvents();
        row->setEnabled(false);
        second->setGeometry(place);
        return screenshots::inspectWindow(window, false).join(QLatin1Char('\n'));
    }
};

} // namespace

class WindowInspectionTest : public QObject {
    Q_OBJECT
private slots:
    void aGoodWindowHasNoFaults()
    {
        Scene scene;
        QMenu *menu = scene.window.menuBar()->addMenu(QStringLiteral("&File"));
        menu->addAction(QStringLiteral("&Open"));
        menu->addAction(QStringLiteral("&Close"));
        menu->addAction(QStringLiteral("Print"));
        QCOMPARE(scene.faults(), QString());
    }

    void twoWidgetsOnEachOtherAreSeen()
    {
        Scene scene;
        const QString faults = scene.faultsWithSecondAt(QRect(30, 60, 200, 60));
        QVERIFY2(faults.contains(QStringLiteral("lies on")), qPrintable(faults));
    }

    void aWidgetOverTheEdgeIsSeen()
    {
        Scene scene;
        const QString faults = scene.faultsWithSecondAt(QRect(440, 60, 100, 40));
        QVERIFY2(faults.contains(QStringLiteral("reaches out of its place")), qPrintable(faults));
    }

    void aLetterForTwoEntriesIsSeen()
    {
        Scene scene;
        QMenu *menu = scene.window.menuBar()->addMenu(QStringLiteral("&File"));
        menu->addAction(QStringLiteral("&Open"));
        menu->addMenu(QStringLiteral("Send t&o"))->addAction(QStringLiteral("&Other"));
        const QString faults = scene.faults();
        QVERIFY2(faults.contains(QStringLiteral("has the letter O")), qPrintable(faults));
    }

    void aCutTitleOfAColumnIsSeen()
    {
        Scene scene;
        QStandardItemModel model(1, 2);
        model.setHorizontalHeaderLabels({QStringLiteral("Name"), QStringLiteral("A rather long title")});
        QTableView table;
        table.setAccessibleName(QStringLiteral("Table"));
        table.setModel(&model);
        scene.row->addWidget(&table);
        table.setColumnWidth(0, 120);
        table.setColumnWidth(1, 300);
        QCOMPARE(scene.faults(), QString());
        table.setColumnWidth(1, 40);
        const QString faults = scene.faults();
        QVERIFY2(faults.contains(QStringLiteral("A rather long title")), qPrintable(faults));
        scene.row->removeWidget(&table);
        table.setParent(nullptr);
    }

    void aCutTextIsSeen()
    {
        Scene scene;
        scene.first->setText(QStringLiteral("Much longer than its button"));
        scene.first->setFixedWidth(60);
        const QString faults = scene.faults();
        QVERIFY2(faults.contains(QStringLiteral("is cut")), qPrintable(faults));
    }
};

QTEST_MAIN(WindowInspectionTest)
#include "tst_window_inspection.moc"
